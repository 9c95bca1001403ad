import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { DoubtProposal } from '../../../shared/doctors/injury-doubts.ts';
import { bodyViews, injuryKinds, type InjuryMark } from '../../../shared/doctors/model.ts';
import { BodyFigure, SmallFigure } from './body-figure.tsx';
import styles from './body.module.css';
import { marksOf, proposalsOf } from './body-view.ts';
import shared from './doctors.module.css';
import { FindingList } from './finding-list.tsx';
import type { Finding } from './findings.ts';
import { MarkDialog, type Place } from './mark-dialog.tsx';
import { MarkIcon } from './mark-symbol.tsx';
import { usePlaceName } from './place-name.ts';
import { VoidDialog } from './void-dialog.tsx';

type Props = { file: CaseFile; partyId: string; readOnly: boolean };

const useFindings = (marks: readonly InjuryMark[]): ((proposal: DoubtProposal) => Finding) => {
  const { t } = useTranslation();
  const placeName = usePlaceName();
  const places = (ids: readonly string[]): string =>
    marks
      .filter(({ id }) => ids.includes(id))
      .map((mark) => placeName(mark.region, mark.side))
      .join(t('doctors.body.comma'));
  return (proposal) => {
    const { rule, markIds } = proposal;
    const words = 'words' in proposal ? proposal.words : null;
    const quote = (words?.text ?? '').slice(0, 120);
    const from = words === null ? '' : t(`doctors.words.${words.from}`);
    return {
      key: `${rule}${markIds.join()}${quote}`,
      rule,
      text: t(`doctors.proposal.${rule}`, { from, quote, marks: places(markIds) }),
      askWhom: t(`doctors.ask.${rule}`),
      token: quote,
    };
  };
};

/** Front and back with the marks of doctors, papers and people; and what does not fit with the accident. */
export const BodySection = ({ file, partyId, readOnly }: Props) => {
  const { t } = useTranslation();
  const placeName = usePlaceName();
  const [place, setPlace] = useState<Place | null>(null);
  const [voiding, setVoiding] = useState<InjuryMark | null>(null);
  const marks = marksOf(file, partyId);
  const toFinding = useFindings(marks);
  const nameOf = (mark: InjuryMark): string => `${placeName(mark.region, mark.side)} · ${t(`doctors.kind.${mark.kind}`)}`;
  return (
    <section aria-label={t('doctors.body.title')}>
      <div className={shared['head']}>
        <strong>{t('doctors.body.title')}</strong>
        <span className={shared['second']}>{t(readOnly ? 'doctors.body.sides' : 'doctors.body.hint')}</span>
      </div>
      <div className={styles['map']}>
        {bodyViews.map((view) => (
          <BodyFigure key={view} view={view} marks={marks} onPick={readOnly ? null : (region, side) => setPlace({ region, side, view })} />
        ))}
        <div className={styles['list']}>
          {marks.length === 0 ? <p className={shared['second']}>{t('doctors.body.none')}</p> : null}
          <ul className={styles['marks']} aria-label={t('doctors.body.list')}>
            {marks.map((mark) => (
              <li key={mark.id}>
                <MarkIcon kind={mark.kind} source={mark.source} />
                <div>
                  <strong>{nameOf(mark)}</strong>
                  <div className={shared['second']}>
                    {[
                      t(`doctors.source.${mark.source}`),
                      t(`doctors.view.${mark.view}`),
                      file.diagnoses.find(({ id }) => id === mark.diagnosisId)?.body,
                      mark.note,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </div>
                  {readOnly ? null : (
                    <Button
                      type="link"
                      size="small"
                      aria-label={t('doctors.void.of', { what: nameOf(mark) })}
                      onClick={() => setVoiding(mark)}
                    >
                      {t('doctors.void.short')}
                    </Button>
                  )}
                </div>
              </li>
            ))}
          </ul>
          <FindingList file={file} partyId={partyId} findings={proposalsOf(file, partyId).map(toFinding)} readOnly={readOnly} withKey />
        </div>
      </div>
      <ul className={styles['legend']} aria-label={t('doctors.body.legend')}>
        {injuryKinds.map((kind) => (
          <li key={kind}>
            <MarkIcon kind={kind} source="doctor" /> {t(`doctors.kind.${kind}`)}
          </li>
        ))}
        <li>
          <MarkIcon kind="fracture" source="injured" /> {t('doctors.body.notDoctor')}
        </li>
      </ul>
      {place === null ? null : <MarkDialog file={file} partyId={partyId} place={place} onClose={() => setPlace(null)} />}
      {voiding === null ? null : (
        <VoidDialog caseId={file.case.id} entity="injuryMark" id={voiding.id} what={nameOf(voiding)} onClose={() => setVoiding(null)} />
      )}
    </section>
  );
};

/** Both figures at a glance, for the helper column; null while nothing is marked. */
export const SmallBody = ({ file, partyId }: Pick<Props, 'file'> & { partyId: string | null }) => {
  const { t } = useTranslation();
  const placeName = usePlaceName();
  const marks = marksOf(file, partyId);
  const said = (view: InjuryMark['view']): string =>
    marks
      .filter((mark) => mark.view === view)
      .map((mark) => `${placeName(mark.region, mark.side)} ${t(`doctors.kind.${mark.kind}`)}`)
      .join(t('doctors.body.comma'));
  return (
    <div className={styles['smalls']}>
      {bodyViews.map((view) => (
        <SmallFigure
          key={view}
          view={view}
          marks={marks}
          label={t('doctors.body.small', {
            view: t(`doctors.view.${view}`),
            marks: said(view) === '' ? t('doctors.body.none') : said(view),
          })}
        />
      ))}
    </div>
  );
};
