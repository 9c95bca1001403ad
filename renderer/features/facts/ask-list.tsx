import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { NextQuestion } from '../../../shared/wording/guide.ts';
import { useWording } from '../../i18n/wording.ts';
import { useShortcut } from '../../ui/shortcuts/shortcuts.tsx';
import { FactDialog } from './fact-dialog.tsx';
import { factLines, questionsLeft } from './fact-view.ts';
import styles from './facts.module.css';

type Props = { file: CaseFile; partyId: string | null; step: number; now: string; readOnly: boolean };

/** Shown at once; the rest follows as answers come in. */
const atOnce = 5;

/** 还要问: only what this case still leaves open in this step. One key records the answer to the first question. */
export const AskList = ({ file, partyId, step: stepNumber, now, readOnly }: Props) => {
  const { t } = useTranslation();
  const { facts: topics, stepOf, factOf, say } = useWording();
  const [answering, setAnswering] = useState<NextQuestion | null>(null);
  const step = stepOf(stepNumber);
  const left = step === undefined ? [] : questionsLeft({ file, step, topics, partyId });
  const [first] = left;
  useShortcut(first === undefined || readOnly ? null : { combo: 'alt+q', label: t('facts.ask.key'), run: () => setAnswering(first) });
  const topic = answering === null ? undefined : factOf(answering.factId);
  const heard = topic === undefined || answering?.confirms !== true ? null : (factLines(file, [topic], partyId)[0]?.current?.value ?? null);
  if (left.length === 0) return <p className={styles['second']}>{t('facts.ask.nothing')}</p>;
  return (
    <>
      <ol className={styles['asks']}>
        {left.slice(0, atOnce).map((one, i) => (
          <li key={one.factId}>
            <button type="button" className={styles['ask']} disabled={readOnly} onClick={() => setAnswering(one)}>
              {one.confirms ? <span className={styles['confirm']}>{t('facts.ask.confirm')}</span> : null}
              {say(one.text)}
              {i === 0 && !readOnly ? <kbd>Alt Q</kbd> : null}
            </button>
          </li>
        ))}
      </ol>
      {left.length > atOnce ? <p className={styles['second']}>{t('facts.ask.more', { count: left.length - atOnce })}</p> : null}
      {topic === undefined ? null : (
        <FactDialog caseId={file.case.id} partyId={partyId} topic={topic} now={now} heard={heard} onClose={() => setAnswering(null)} />
      )}
    </>
  );
};
