import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/kernel/problem.ts';
import type { ResolutionChoice } from '../../../shared/sync/resolution.ts';
import { useGo } from '../../app/go.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useShortcut } from '../../ui/shortcuts/shortcuts.tsx';
import { useToast } from '../../ui/toast/use-toast.tsx';
import { ClashTable } from './clash-table.tsx';
import { thirdFields, waysOut, type Conflict } from './conflict-view.ts';
import { useSyncWording } from './sync-wording.ts';
import { ThirdValue } from './third-value.tsx';
import { columnOf, repairStep } from './row-fields.ts';
import styles from './sync.module.css';

type Values = Record<string, never>;

const useSettle = ({ changeId }: Conflict) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const toast = useToast();
  return async (choice: ResolutionChoice, values?: Record<string, unknown>): Promise<Problem | null> => {
    const problem = await attempt((api) =>
      api.sync.settle({ changeId, choice, ...(values === undefined ? {} : { values: values as Values }) }),
    );
    if (problem === null) toast.done(t(`sync.conflict.done.${choice}`));
    else if (choice !== 'third') toast.failed(problemText(t, problem));
    return problem;
  };
};

/** Number keys choose a way out, Enter goes it; one click does both. */
const useWayKeys = (
  ways: readonly ResolutionChoice[],
  labelOf: (way: ResolutionChoice) => string,
  run: (way: ResolutionChoice) => void,
) => {
  const key = (i: number) => {
    const way = ways[i];
    return way === undefined ? null : { combo: String(i + 1), label: labelOf(way), run: () => run(way) };
  };
  useShortcut(key(0));
  useShortcut(key(1));
  useShortcut(key(2));
};

/** One change that did not count: what stood there, mine, theirs, and the ways out. */
export const ConflictDetail = ({ conflict }: { conflict: Conflict }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useGo();
  const { kindOf, codeOf } = useSyncWording();
  const settle = useSettle(conflict);
  const [chosen, setChosen] = useState<ResolutionChoice | null>(null);
  const [asking, setAsking] = useState(false);
  const { state, code, fields, reportNumber, caseId, at } = conflict;
  const third = thirdFields(fields, ({ entity, field }) => columnOf(entity, field ?? '') === 'json');
  const ways = waysOut(conflict).filter((way) => way !== 'third' || third.length > 0);
  const labelOf = (way: ResolutionChoice): string => t(`sync.conflict.way.${state}.${way}`);
  const take = (way: ResolutionChoice): void => (way === 'third' ? setAsking(true) : void settle(way));
  useWayKeys(ways, labelOf, setChosen);
  useShortcut(chosen === null ? null : { combo: 'enter', label: labelOf(chosen), run: () => take(chosen) });
  return (
    <section aria-label={kindOf(conflict.kind)}>
      <p className={styles['lead']}>
        {kindOf(conflict.kind)} · <span className={styles['number']}>{reportNumber}</span>
      </p>
      <p className={styles['text']}>
        {t(`sync.conflict.why.${state}`, { at: format.instant(at) })} {state === 'conflict' || code === null ? '' : codeOf(code)}
      </p>
      <ClashTable fields={fields} names={conflict.names} isClash={conflict.state === 'conflict'} />
      <div className={styles['row']} style={{ marginTop: 8 }}>
        {ways.map((way, i) => (
          <Button key={way} type={chosen === way ? 'primary' : 'default'} aria-pressed={chosen === way} onClick={() => take(way)}>
            {labelOf(way)} <kbd>{i + 1}</kbd>
          </Button>
        ))}
        {state === 'refused' ? (
          <Button onClick={() => go.case(caseId, { step: repairStep(fields[0]?.entity) })}>{t('sync.conflict.repair')}</Button>
        ) : null}
        <Button type="link" onClick={() => go.case(caseId)}>
          {t('sync.change.open')}
        </Button>
      </div>
      <p className={styles['second']}>{t(chosen === null ? 'sync.conflict.keys' : 'sync.conflict.enter')}</p>
      <p className={styles['second']}>{t('sync.conflict.bothStay')}</p>
      {asking ? <ThirdValue clashes={third} onSave={(values) => settle('third', values)} onClose={() => setAsking(false)} /> : null}
    </section>
  );
};
