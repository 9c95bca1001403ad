import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/kernel/problem.ts';
import type { StandardsDesk } from '../../../shared/standards/contract.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { FieldFrame } from '../../ui/form/field-frame.tsx';
import { readDate } from '../../ui/form/parse.ts';
import { useToast } from '../../ui/toast/use-toast.tsx';
import styles from './standards.module.css';

type Props = { importId: string; desk: StandardsDesk; ready: boolean; onDone: () => void };

/** Fields of the form; anything else that is wrong is said above it. */
const publishFields: readonly string[] = ['version', 'issuedOn', 'note'];

/** The list becomes a version of its own: on this machine, or at the hub for everybody. */
export const PublishForm = ({ importId, desk, ready, onDone }: Props) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const toast = useToast();
  const [version, setVersion] = useState('');
  const [issuedOn, setIssuedOn] = useState('');
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const errorAt = (field: string): string | null => (problem?.field === field ? problemText(t, problem) : null);
  const publish = async (): Promise<void> => {
    setBusy(true);
    const found = await attempt(async (api) => {
      const day = readDate(issuedOn) ?? issuedOn.trim();
      const done = await api.standards.publish({ importId, version: version.trim(), issuedOn: day, note });
      toast.done(t(done.published === null ? 'standards.publish.done' : 'standards.publish.sent', done));
    });
    setBusy(false);
    setProblem(found);
    if (found === null) onDone();
  };
  return (
    <>
      {problem === null || publishFields.includes(problem.field ?? '') ? null : (
        <Alert type="error" showIcon title={problemText(t, problem)} />
      )}
      <h3 className={styles['lead']}>{t(desk.forCompany ? 'standards.publish.forCompany' : 'standards.publish.here')}</h3>
      <p className={styles['second']}>{t(desk.forCompany ? 'standards.publish.forCompanyNote' : 'standards.publish.hereNote')}</p>
      <div className={styles['publish']}>
        <FieldFrame
          id="pack-version"
          label={t('standards.publish.version')}
          hint={t('standards.publish.versionHint')}
          error={errorAt('version')}
        >
          <Input id="pack-version" size="small" maxLength={64} value={version} onChange={(event) => setVersion(event.target.value)} />
        </FieldFrame>
        <FieldFrame
          id="pack-issued"
          label={t('standards.publish.issuedOn')}
          hint={t('standards.publish.earliest', { on: desk.earliest })}
          error={errorAt('issuedOn')}
        >
          <Input
            id="pack-issued"
            size="small"
            placeholder={desk.earliest}
            value={issuedOn}
            onChange={(event) => setIssuedOn(event.target.value)}
          />
        </FieldFrame>
        {desk.forCompany ? null : (
          <FieldFrame id="pack-note" label={t('standards.publish.note')} error={errorAt('note')}>
            <Input id="pack-note" size="small" value={note} onChange={(event) => setNote(event.target.value)} />
          </FieldFrame>
        )}
        <Button
          type="primary"
          className={styles['go'] ?? ''}
          loading={busy}
          disabled={!ready || version.trim() === '' || issuedOn.trim() === ''}
          onClick={() => void publish()}
        >
          {t(desk.forCompany ? 'standards.publish.sendButton' : 'standards.publish.button')}
        </Button>
      </div>
    </>
  );
};
