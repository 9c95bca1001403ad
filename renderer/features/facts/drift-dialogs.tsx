import { useTranslation } from 'react-i18next';
import { proofsFor } from '../../../shared/facts/drift.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useWording } from '../../i18n/wording.ts';
import { RecordDialog } from '../../ui/form/record-dialog.tsx';
import type { DriftLine } from './fact-view.ts';

type Props = { caseId: string; line: DriftLine; onClose: () => void };

const aboutOf = (caseId: string, { first, later }: DriftLine) => ({ caseId, firstFactId: first.id, laterFactId: later.id });

/** Only a paper closes a drift: a word against a word stays open. */
export const CloseDriftDialog = ({ caseId, line, onClose }: Props) => {
  const { t } = useTranslation();
  const { papers, say } = useWording();
  const attempt = useAttempt();
  const proofs = proofsFor(papers, line).map(({ name }) => say(name));
  return (
    <RecordDialog<{ paper: string; finding: string }>
      title={t('facts.drift.closeTitle', { name: say(line.topic.name) })}
      note={t('facts.drift.closeWhy')}
      initial={{ paper: '', finding: '' }}
      fields={[
        {
          name: 'paper',
          kind: 'text',
          label: t('facts.drift.paper'),
          required: true,
          wide: true,
          max: 500,
          hint: t('facts.drift.proof', { papers: proofs.join(t('facts.drift.and')) || t('facts.drift.anyPaper') }),
        },
        { name: 'finding', kind: 'long', label: t('facts.drift.finding'), required: true },
      ]}
      saveLabel={t('facts.drift.close')}
      onSave={({ paper, finding }) => attempt((api) => api.facts.closeDrift({ ...aboutOf(caseId, line), paper, finding }))}
      onClose={onClose}
    />
  );
};

/** Keeps it open, with somebody who finds out. */
export const OwnDriftDialog = ({ caseId, line, ownerName, onClose }: Props & { ownerName: string | null }) => {
  const { t } = useTranslation();
  const { say } = useWording();
  const attempt = useAttempt();
  return (
    <RecordDialog<{ ownerName: string }>
      title={t('facts.drift.ownTitle', { name: say(line.topic.name) })}
      initial={{ ownerName: line.row?.ownerName ?? ownerName ?? '' }}
      fields={[{ name: 'ownerName', kind: 'text', label: t('facts.drift.ownerName'), required: true, wide: true, max: 200 }]}
      saveLabel={t('facts.drift.own')}
      onSave={(values) => attempt((api) => api.facts.ownDrift({ ...aboutOf(caseId, line), ownerName: values.ownerName }))}
      onClose={onClose}
    />
  );
};
