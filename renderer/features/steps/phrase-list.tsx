import { useWording } from '../../i18n/wording.ts';
import styles from './step-frame.module.css';

/** 怎么说: how to put it in this step, short enough to be read while the other side speaks. */
export const PhraseList = ({ step: number }: { step: number }) => {
  const { stepOf, say } = useWording();
  const step = stepOf(number);
  return step === undefined ? null : (
    <ul className={styles['phrases']}>
      {step.talkingPoints.map((point) => (
        <li key={point.id}>{say(point.text)}</li>
      ))}
    </ul>
  );
};
