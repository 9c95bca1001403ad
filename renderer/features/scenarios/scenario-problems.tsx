import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ScenarioProblem } from '../../../shared/scenarios/compare.ts';
import type { ScenarioDraft } from './scenario-draft.ts';
import styles from './scenarios.module.css';

/** What keeps the ways from being computed, each with the place where to put it right. */
export const ScenarioProblems = ({ problems, draft }: { problems: readonly ScenarioProblem[]; draft: ScenarioDraft }) => {
  const { t } = useTranslation();
  const wayOf = (index: number): string => t(`scenarios.way.${draft.scenarios[index]?.way ?? 'settle-now'}`);
  const lines = problems.flatMap((one) =>
    one.kind === 'chances'
      ? [t('scenarios.problem.chances', { way: wayOf(one.scenario), sum: one.sum })]
      : one.errors.map((error) => {
          const words = t(`settle.errors.${error.code.replace('settle.', '')}`);
          return t('scenarios.problem.engine', { way: wayOf(one.scenario), number: one.outcome + 1, words, path: error.path });
        }),
  );
  return (
    <Alert
      type="warning"
      showIcon
      title={t('scenarios.problem.title')}
      description={
        <ul className={styles['problems']}>
          {[...new Set(lines)].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      }
    />
  );
};
