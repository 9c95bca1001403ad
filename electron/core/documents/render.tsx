import { createHash } from 'node:crypto';
import { renderToStaticMarkup } from 'react-dom/server';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { DocumentGap } from '../../../shared/documents/contract.ts';
import type { DocumentKind } from '../../../shared/documents/model.ts';
import type { Escalation } from '../../../shared/escalations/model.ts';
import type { InjuredParty } from '../../../shared/parties/model.ts';
import type { CalculationContent } from '../../../shared/settlement/file/calculated.ts';
import type { RequestComparison } from '../../../shared/scenarios/of-request.ts';
import { paperByKind } from './all-papers.ts';
import type { WordingHere } from '../wording-here.ts';
import { paperWords, type PaperWords } from './paper-words.ts';
import { customerFile, standingFile, type CustomerSource, type OwnSource } from './source.ts';

/** What a paper is about. */
export type Subject = {
  party: InjuredParty | null;
  escalation: Escalation | null;
  calculation?: CalculationContent | null;
  comparison?: RequestComparison | null;
};

/** Everything the templates may read of one case, cut to their readers once. */
export type Material = { own: CaseFile; customer: ReturnType<typeof customerFile>; says: PaperWords };

export const materialOf = (file: CaseFile, wording: WordingHere): Material => {
  const own = standingFile(file);
  const says = paperWords(wording);
  return { own, customer: customerFile(own, says), says };
};

const ownSource = ({ own, says }: Material, subject: Subject): OwnSource => ({ file: own, says, ...subject });
/** A request to superiors is nothing for the customer, whatever the paper is about. */
const customerSource = ({ customer, says }: Material, { party, calculation = null }: Subject): CustomerSource => ({
  file: customer,
  says,
  party,
  escalation: null,
  calculation,
});

export const gapOf = (kind: DocumentKind, material: Material, subject: Subject): DocumentGap | null => {
  const paper = paperByKind[kind];
  return paper.readers === 'own' ? paper.gap(ownSource(material, subject)) : paper.gap(customerSource(material, subject));
};

export const mayShowIdNumber = (kind: DocumentKind): boolean => paperByKind[kind].mayShowIdNumber === true;

/** The content of a paper without version, check code and date, and what it quotes. */
export type Content = { title: string; markup: string; hash: string; checkCode: string; quotes: string[] };

export const contentOf = (kind: DocumentKind, material: Material, subject: Subject): Content => {
  const paper = paperByKind[kind];
  const body = paper.readers === 'own' ? paper.body(ownSource(material, subject)) : paper.body(customerSource(material, subject));
  const quotes = paper.readers === 'own' ? [] : (paper.quotes?.(customerSource(material, subject)) ?? []);
  const markup = renderToStaticMarkup(body);
  const hash = createHash('sha256').update(`${paper.title}\n${material.own.case.reportNumber}\n${markup}`).digest('hex');
  return { title: paper.title, markup, hash, checkCode: checkCodeOf(hash), quotes };
};

/** 校验码: the first twelve digits of the hash, in groups that can be read aloud. */
const checkCodeOf = (hash: string): string => (hash.slice(0, 12).toUpperCase().match(/.{4}/g) ?? []).join('-');
