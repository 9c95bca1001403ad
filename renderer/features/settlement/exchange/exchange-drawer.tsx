import { Alert, Button, Drawer, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CasePreview } from '../../../../shared/settlement/contract.ts';
import { useCore } from '../../../app/core-context.ts';
import { useAttempt } from '../../../app/use-attempt.ts';
import { problemText } from '../../../i18n/problem-text.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { saveFile } from '../../../ui/files/save-file.ts';
import { ReasonDialog } from '../../../ui/form/reason-dialog.tsx';
import { useToast } from '../../../ui/toast/use-toast.tsx';
import { useEngineWords } from '../engine-words.ts';
import { useGiveFocusBack } from '../../../ui/dialog/give-focus-back.ts';
import styles from '../item/item.module.css';

type Change = CasePreview['changes'][number];

const shortOf = (value: unknown): string => {
  if (value === null || value === undefined) return '—';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
};

const ChangeRow = ({ change }: { change: Change }) => {
  const { t } = useTranslation();
  const words = useEngineWords();
  const about = [
    t(`settlement.exchange.entity.${change.entity}`),
    change.partyName,
    change.kind === null ? null : t(`damages.kind.${change.kind}`, { defaultValue: change.kind }),
  ];
  return (
    <tr>
      <td>{t(`settlement.exchange.action.${change.action}`)}</td>
      <th scope="row">{about.filter(Boolean).join(' · ')}</th>
      <td>
        {change.fields.map(({ field, before, after }) => (
          <div key={field}>
            {words.place(field)}: {shortOf(before)} → {shortOf(after)}
          </div>
        ))}
      </td>
    </tr>
  );
};

const Preview = ({ preview }: { preview: CasePreview }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { before, after, errors, changes } = preview;
  return (
    <>
      {errors.length === 0 ? null : (
        <Alert
          type={preview.importId === null ? 'error' : 'warning'}
          title={t(preview.importId === null ? 'settlement.exchange.refused' : 'settlement.exchange.incomplete')}
          description={
            <ul className={styles['evidence']}>
              {errors.map((error) => (
                <li key={`${error.code} ${error.path}`}>
                  <code>{error.path}</code> {t(`settle.errors.${error.code.replace(/^settle\./, '')}`)}
                </li>
              ))}
            </ul>
          }
        />
      )}
      <p>
        {t('settlement.exchange.sums', { before: format.money(before?.lossFen ?? null), after: format.money(after?.lossFen ?? null) })} ·{' '}
        {t('settlement.exchange.receives', {
          before: format.money(before?.receivesFen ?? null),
          after: format.money(after?.receivesFen ?? null),
        })}
      </p>
      <table className={styles['table']}>
        <tbody>
          {changes.map((change, i) => (
            <ChangeRow key={`${change.entity}-${change.id ?? i}-${change.action}`} change={change} />
          ))}
        </tbody>
      </table>
    </>
  );
};

/** What the file is for, before there is one. */
const Steps = ({ readOnly }: { readOnly: boolean }) => {
  const { t } = useTranslation();
  const steps = readOnly ? ['export', 'compute'] : ['export', 'compute', 'change', 'back'];
  return (
    <ol className={styles['steps']}>
      {steps.map((step) => (
        <li key={step}>{t(`settlement.exchange.step.${step}`)}</li>
      ))}
    </ol>
  );
};

/** The case as a file of the command-line calculation: out, and back in with a preview; nothing is written before somebody says so. */
export const ExchangeDrawer = ({ caseId, readOnly, onClose }: { caseId: string; readOnly: boolean; onClose: () => void }) => {
  const { t } = useTranslation();
  useGiveFocusBack();
  const { api } = useCore();
  const attempt = useAttempt();
  const toast = useToast();
  const [preview, setPreview] = useState<CasePreview | null>(null);
  const [asking, setAsking] = useState(false);
  const run = async (call: () => Promise<void>): Promise<void> => {
    const problem = await attempt(call);
    if (problem !== null) toast.failed(problemText(t, problem));
  };
  const importId = preview?.importId ?? null;
  const take = async (reason: string) => {
    if (importId === null) return null;
    const problem = await attempt(() => api.settlement.takeCase({ caseId, importId, reason }));
    if (problem === null) onClose();
    else toast.failed(problemText(t, problem));
    return problem;
  };
  const hides = preview?.changes.some(({ action }) => action === 'void') === true;
  return (
    <Drawer open size={760} title={t('settlement.exchange.title')} onClose={onClose}>
      <p className={styles['second']}>{t('settlement.exchange.what')}</p>
      <div className={styles['tools']}>
        <Button onClick={() => void run(async () => saveFile(await api.settlement.exportCase({ caseId })))}>
          {t('settlement.exchange.export')}
        </Button>
        {readOnly ? null : (
          <Upload
            accept=".json,application/json"
            showUploadList={false}
            beforeUpload={(file) => {
              void run(async () => setPreview(await api.settlement.readCase({ caseId, file })));
              return false;
            }}
          >
            <Button>{t('settlement.exchange.read')}</Button>
          </Upload>
        )}
        {importId === null || preview === null ? null : (
          <Button type="primary" disabled={preview.changes.length === 0} onClick={() => (hides ? setAsking(true) : void take(''))}>
            {t('settlement.exchange.take', { count: preview.changes.length })}
          </Button>
        )}
      </div>
      {preview === null ? <Steps readOnly={readOnly} /> : <Preview preview={preview} />}
      {asking ? (
        <ReasonDialog
          title={t('settlement.save.removeTitle')}
          confirm={t('settlement.exchange.takeShort')}
          onConfirm={take}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </Drawer>
  );
};
