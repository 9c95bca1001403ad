import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { Escalation } from '../../../shared/escalations/model.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { decided, editable, remarksOf } from './escalation-view.ts';
import { RequestWays } from '../../app/request-ways.tsx';
import styles from './escalations.module.css';

export type EscalationAct = 'edit' | 'submit' | 'decide' | 'tell';

type Props = { file: CaseFile; row: Escalation; mayWrite: boolean; mayDecide: boolean; own: boolean; onAct: (act: EscalationAct) => void };

const colour: Record<Escalation['state'], string> = {
  draft: 'default',
  submitted: 'processing',
  approved: 'success',
  'approved-less': 'success',
  returned: 'warning',
  refused: 'error',
  told: 'success',
};

const actsOf = ({ row, mayWrite, mayDecide, own }: Pick<Props, 'row' | 'mayWrite' | 'mayDecide' | 'own'>): EscalationAct[] => [
  ...(mayWrite && editable(row) ? (['edit', 'submit'] as const) : []),
  ...(mayDecide && !own && row.state === 'submitted' ? (['decide'] as const) : []),
  ...(mayWrite && decided(row) ? (['tell'] as const) : []),
];

/** One request with everything a superior needs to decide it, and the decision once there is one. */
export const EscalationCard = ({ file, row, mayWrite, mayDecide, own, onAct }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const remarks = remarksOf(file, row.id);
  const party = file.parties.find((one) => one.id === row.partyId);
  const pairs = (['factsChecked', 'whyFileSilent', 'ourConcessions', 'theirConcessions'] as const).filter(
    (name) => (row[name] ?? '') !== '',
  );
  const decision =
    row.decidedAt === null
      ? null
      : [
          t(row.state === 'submitted' ? 'escalations.card.returned' : 'escalations.card.decided', {
            at: format.instant(row.decidedAt),
            by: row.decidedByName ?? '',
          }),
          row.decidedFen === null ? null : format.money(row.decidedFen),
          row.decisionReason,
        ]
          .filter(Boolean)
          .join(' · ');
  return (
    <article className={styles['request']} aria-label={row.ask}>
      <div className={styles['head']}>
        <Tag color={colour[row.state]}>{t(`escalations.state.${row.state}`)}</Tag>
        {row.kind === null ? null : <span>{t(`escalations.kind.${row.kind}`)}</span>}
        {party === undefined ? null : <span>{party.name}</span>}
        <strong className="tabular">{format.money(row.amountFen)}</strong>
        {row.submittedAt === null ? null : (
          <span className={styles['second']}>{t('escalations.card.submitted', { at: format.instant(row.submittedAt) })}</span>
        )}
      </div>
      <p className={styles['ask']}>{row.ask}</p>
      {decision === null ? null : <p className={styles['text']}>{decision}</p>}
      {remarks.map((remark) => (
        <p key={remark.id} className={styles['remark']}>
          {remark.field === null ? '' : `${t(`escalations.field.${remark.field}`)}: `}
          {remark.body}
        </p>
      ))}
      {pairs.length === 0 ? null : (
        <dl className={styles['pairs']}>
          {pairs.map((name) => (
            <div key={name}>
              <dt>{t(`escalations.field.${name}`)}</dt>
              <dd>{row[name]}</dd>
            </div>
          ))}
        </dl>
      )}
      <RequestWays row={row} none={null} />
      {(row.enclosures?.length ?? 0) > 0 ? (
        <p className={styles['second']}>
          {t('escalations.card.enclosures', {
            list: file.attachments
              .filter((one) => row.enclosures?.includes(one.id))
              .map((one) => one.name)
              .join(', '),
          })}
        </p>
      ) : null}
      {row.toldFieldNote === null ? null : <p className={styles['second']}>{t('escalations.card.told', { note: row.toldFieldNote })}</p>}
      {own && mayDecide && row.state === 'submitted' ? <p className={styles['second']}>{t('problem.request.own')}</p> : null}
      <div className={styles['head']}>
        {actsOf({ row, mayWrite, mayDecide, own }).map((act) => (
          <Button key={act} size="small" onClick={() => onAct(act)}>
            {t(`escalations.act.${act}`)}
          </Button>
        ))}
      </div>
    </article>
  );
};
