import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentLine, DocumentVersion } from '../../../shared/documents/contract.ts';
import type { Problem } from '../../../shared/kernel/problem.ts';
import { useCore } from '../../app/core-context.ts';
import { failureOf } from '../../app/failure.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { FormModal } from '../../ui/form/form-modal.tsx';
import { ReasonDialog } from '../../ui/form/reason-dialog.tsx';
import { useShortcut } from '../../ui/shortcuts/shortcuts.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { LoadingState } from '../../ui/states/loading-state.tsx';
import { useToast } from '../../ui/toast/use-toast.tsx';
import { DocumentRow } from './document-rows.tsx';
import styles from './documents.module.css';
import { usePrint } from './use-print.ts';

type Props = { caseId: string; partyId: string | null };
type Look = { line: DocumentLine; version: DocumentVersion | null };

/** Every paper of the case that can be printed now, and why the others cannot. */
const DocumentList = ({ caseId, partyId }: Props) => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const client = useQueryClient();
  const print = usePrint();
  const toast = useToast();
  const [look, setLook] = useState<Look | null>(null);
  const { data, error, refetch } = useQuery(queries.documents.list.queryOptions({ input: { caseId, partyId } }));
  const run = async ({ line, version }: Look, reason: string | null): Promise<Problem | null> => {
    const problem = await print(line.kind, (api) =>
      version === null
        ? api.documents.print({
            caseId,
            partyId: line.partyId,
            kind: line.kind,
            subjectId: line.subjectId,
            reveal: reason === null ? null : { reason },
          })
        : api.documents.printAgain({ caseId, documentId: version.id, reason }),
    );
    await client.invalidateQueries({ queryKey: queries.documents.key() });
    return problem;
  };
  const start = async (what: Look): Promise<void> => {
    const problem = await run(what, null);
    if (problem !== null) toast.failed(problemText(t, problem));
  };
  if (data === undefined)
    return error === null ? <LoadingState rows={8} /> : <ErrorState {...failureOf(t, error)} onRetry={() => void refetch()} />;
  return (
    <>
      <ul className={styles['list']}>
        {data.map((line) => (
          <DocumentRow
            key={`${line.kind} ${line.partyId} ${line.subjectId}`}
            line={line}
            onPrint={(one) => void start({ line: one, version: null })}
            onReveal={(one) => setLook({ line: one, version: null })}
            onAgain={(one, version) => (version.fullIdNumber ? setLook({ line: one, version }) : void start({ line: one, version }))}
          />
        ))}
      </ul>
      {look === null ? null : (
        <ReasonDialog
          title={t('documents.reveal.title')}
          note={t('documents.reveal.note')}
          confirm={t('documents.list.print')}
          onConfirm={(reason) => run(look, reason)}
          onClose={() => setLook(null)}
        />
      )}
    </>
  );
};

/** 打印: the list of papers; Ctrl+P prints what this person was told and when. */
export const PrintMenu = ({ caseId, partyId }: Props) => {
  const { t } = useTranslation();
  const print = usePrint();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const printLedger = async (): Promise<void> => {
    const problem = await print('toldLedger', (api) =>
      api.documents.print({ caseId, partyId, kind: 'toldLedger', subjectId: null, reveal: null }),
    );
    if (problem === null) return;
    toast.failed(problem.code === 'wrong-state' ? t('documents.gap.nothing-told') : problemText(t, problem));
  };
  useShortcut({ combo: 'ctrl+p', label: t('documents.print.ledgerKey'), run: () => void printLedger() });
  return (
    <>
      <Button size="small" title="Ctrl P" onClick={() => setOpen(true)}>
        {t('documents.menu.open')}
      </Button>
      {open ? (
        <FormModal title={t('documents.menu.title')} width={760} onClose={() => setOpen(false)}>
          <DocumentList caseId={caseId} partyId={partyId} />
        </FormModal>
      ) : null}
    </>
  );
};
