import { expect, type Page } from '@playwright/test';
import contacts from '../../../resources/locales/zh-CN/contacts.json' with { type: 'json' };
import factsFile from '../../../resources/wording/facts.json' with { type: 'json' };
import topicsFile from '../../../resources/wording/topics.json' with { type: 'json' };
import { textsOf } from '../../support/print.ts';
import { ankle, day, type Told } from './ankle-case.ts';

// What the printed papers must say of the ankle fracture. Papers are Chinese whatever the screen shows; blanks do not count.

const tight = (text: string): string => text.replaceAll(/\s/g, '');

/** Prints what opens when `open` is done, as the browser would, and reads it back page by page. */
export const printedBy = async (page: Page, open: () => Promise<unknown>): Promise<string[]> => {
  const [popup] = await Promise.all([page.waitForEvent('popup'), open()]);
  await popup.waitForLoadState('load');
  await popup.evaluate(() => document.fonts.ready.then(() => undefined));
  const texts = await textsOf(await popup.pdf({ preferCSSPageSize: true, printBackground: true }));
  await popup.close();
  return texts;
};

type ToldLine = Told & { whom: string; /** Who told it; the surveyor unless said. */ by?: string };

/** The lines of a told ledger in their order: number, day, topic, the words used, to whom and how, proof, understood, by whom. */
const ledgerPattern = (lines: readonly ToldLine[]): RegExp[] =>
  lines.map(({ topic, words, understood, proof, whom, by = '王敏' }, i) => {
    const name = topicsFile.topics.find(({ id }) => id === topic)?.name.zh ?? '';
    const heard = Object.values(contacts.understood)[understood - 1] ?? '';
    const proved = (contacts.proof as Record<string, string>)[proof] ?? '';
    return new RegExp(`${i + 1}${day(0)}\\d\\d:\\d\\d${tight(name)}${tight(words)}${whom}${proved}${heard}${by}`);
  });

export const expectLedger = (texts: readonly string[], lines: readonly ToldLine[]): void => {
  const text = texts.join('');
  expect(text).toContain(`共${lines.length}条`);
  for (const line of ledgerPattern(lines)) expect(text).toMatch(line);
};

/** The running head and foot come first in the text of a page. */
const withoutHead = (text: string): string => text.replace(/^询问笔录报案号.*?校验码[\dA-F-]+·制作：秦主管\d{4}年\d{1,2}月\d{1,2}日/, '');

/** Every question with its answer, as printed. */
export const answersIn = (texts: readonly string[]): [string, string][] =>
  [
    ...texts
      .map(withoutHead)
      .join('')
      .matchAll(/问：((?:(?!问：|答：).)+)答：(.+?)(?=问：|首次陈述的确认)/g),
  ].map(([, asked = '', answer = '']) => [asked, answer]);

/** What was said, in the order of the question set. */
export const expectedAnswers = (): [string, string][] =>
  factsFile.facts.flatMap((topic): [string, string][] => {
    const said = ankle.said.find((one) => one.topic === topic.id);
    const asked = tight(topic.ask.open.zh);
    if (topic.id === 'carers') return [[asked, ankle.carer.printed]];
    if (said === undefined) return [];
    const choice = topic.choices?.find(({ id }) => id === said.choice)?.name.zh;
    return [[asked, tight(choice ?? said.printed ?? said.text ?? '')]];
  });
