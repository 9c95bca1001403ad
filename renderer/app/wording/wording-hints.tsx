import { Button } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import type { TextUse } from '../../../shared/wording/vocabulary.ts';
import { lintWording, rulesForUse } from '../../../shared/wording/rules.ts';
import { useWording } from '../../i18n/wording.ts';
import { ReasonDialog } from '../../ui/form/reason-dialog.tsx';
import { useCore } from '../core-context.ts';
import { useAttempt } from '../use-attempt.ts';
import { hintsIn } from './hints-in.ts';
import styles from './wording-hints.module.css';

type Props = { text: string | null; use: TextUse };
type Putting = { ruleId: string; phrase: string };

/** 话术提示: phrases to reconsider in what is being typed, why, and what could stand there. It suggests and never blocks. */
export const WordingHints = ({ text, use }: Props) => {
  const { t } = useTranslation();
  const { rules, say } = useWording();
  const { queries } = useCore();
  const attempt = useAttempt();
  const [aside, setAside] = useState<Putting | null>(null);
  const { data } = useQuery(queries.wording.here.queryOptions());
  const typed = useDeferredValue(text ?? '');
  const among = useMemo(() => rulesForUse(rules, use), [rules, use]);
  const hints = useMemo(() => hintsIn(typed, lintWording(typed, among), data?.silenced ?? []), [typed, among, data?.silenced]);
  return (
    <div className={styles['hints']} role="status" aria-live="polite">
      {hints.map(({ ruleId, phrase, count }) => {
        const rule = among.find(({ id }) => id === ruleId);
        if (rule === undefined) return null;
        return (
          <div key={`${ruleId} ${phrase}`} className={styles['hint']}>
            <p>
              <q>{phrase}</q>
              {count > 1 ? ` ×${count}` : ''} <span className={styles['second']}>{say(rule.why)}</span>
            </p>
            <p>{t('wording.hint.better', { words: say(rule.better) })}</p>
            <Button size="small" type="link" onClick={() => setAside({ ruleId, phrase })}>
              {t('wording.hint.aside')}
            </Button>
          </div>
        );
      })}
      {aside === null ? null : (
        <ReasonDialog
          title={t('wording.hint.asideTitle', { phrase: aside.phrase })}
          note={t('wording.hint.asideNote')}
          confirm={t('wording.hint.aside')}
          onConfirm={(reason) => attempt((api) => api.wording.silence({ ...aside, reason }))}
          onClose={() => setAside(null)}
        />
      )}
    </div>
  );
};
