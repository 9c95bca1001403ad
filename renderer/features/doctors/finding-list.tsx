import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { Doubt } from '../../../shared/doctors/model.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useShortcut } from '../../ui/shortcuts/shortcuts.tsx';
import { useToast } from '../../ui/toast/use-toast.tsx';
import styles from './doctors.module.css';
import { notRaised, type Finding } from './findings.ts';

type Props = { file: CaseFile; partyId: string; findings: readonly Finding[]; readOnly: boolean; withKey?: boolean };

/** Alt+D raises the first proposal; without one the key does nothing. */
const RaiseKey = ({ label, run }: { label: string; run: () => void }) => {
  useShortcut({ combo: 'alt+d', label, run });
  return <kbd className={styles['key']}>Alt D</kbd>;
};

/** What rules found, each with its rule. Nothing becomes a doubt by itself: a person raises it. */
export const FindingList = ({ file, partyId, findings, readOnly, withKey = false }: Props) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const toast = useToast();
  const caseId = file.case.id;
  const open = notRaised(findings, file.doubts);
  const raise = async ({ rule, text, askWhom }: Finding): Promise<void> => {
    const body = t('doctors.finding.body', { text, rule });
    const values = { partyId: partyId as Doubt['partyId'], body, askWhom, ownerName: file.case.ownerName };
    const problem = await attempt((api) => api.doctors.raiseDoubt({ caseId, values }));
    if (problem !== null) toast.failed(problemText(t, problem));
  };
  if (open.length === 0) return null;
  return (
    <ul className={styles['lines']} aria-label={t('doctors.finding.title')}>
      {open.map((finding, i) => (
        <li key={finding.key}>
          <Tag color="warning">{t('doctors.finding.tag', { rule: finding.rule })}</Tag>
          {finding.text}
          <div className={styles['second']}>
            {t(`doctors.rule.${finding.rule}`)} {t('doctors.doubt.askWhom', { whom: finding.askWhom })}
          </div>
          {readOnly ? null : (
            <Button type="link" size="small" onClick={() => void raise(finding)}>
              {t('doctors.finding.raise')}{' '}
              {withKey && i === 0 ? <RaiseKey label={t('doctors.finding.raise')} run={() => void raise(finding)} /> : null}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
};
