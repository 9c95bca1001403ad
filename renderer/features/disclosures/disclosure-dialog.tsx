import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DisclosureView } from '../../../shared/disclosures/contract.ts';
import { useCore } from '../../app/core-context.ts';
import { failureOf } from '../../app/failure.ts';
import type { DisclosureStart } from '../../app/disclosure-opener.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { shippedWords, useWording } from '../../i18n/wording.ts';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { ReasonDialog } from '../../ui/form/reason-dialog.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { LoadingState } from '../../ui/states/loading-state.tsx';
import { CorrectDisclosure } from './correct-form.tsx';
import styles from './disclosures.module.css';

type Props = { start: DisclosureStart; onShow: (start: DisclosureStart) => void; onClose: () => void };
type Part = { view: DisclosureView };

/** Whose words were shown. */
const cardVersion = (t: TFunction, version: number): string =>
  version === 0 ? t('disclosures.card.shipped') : t('disclosures.card.company', { version });

/** Who was told what, when, how, and how it was taken. */
const Facts = ({ view }: Part) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { say } = useWording();
  const { disclosure } = view;
  // Told before cards were kept: what was shown then was the shipped card, whatever the company says today.
  const card = disclosure.card ?? shippedWords.topics.find(({ id }) => id === disclosure.topic)?.card;
  const words = disclosure.words ?? (card === undefined ? '' : say(card));
  const rows: [string, string][] = [
    ['toldTo', [t(`contacts.counterpart.${disclosure.toldTo}`), disclosure.toldToName].filter(Boolean).join(' ')],
    ['toldAt', format.instant(disclosure.toldAt)],
    ['channel', t(`contacts.channel.${disclosure.channel}`)],
    ['proof', t(`contacts.proof.${disclosure.proof}`)],
    ['understood', t(`contacts.understood.${disclosure.understood}`)],
    ['by', view.byName ?? '—'],
    ...(disclosure.card === null ? [] : ([['card', cardVersion(t, disclosure.card.version)]] as [string, string][])),
  ];
  return (
    <>
      <p className={view.correctedBy === null ? styles['words'] : `${styles['words']} ${styles['struck']}`}>{words}</p>
      <dl className={styles['facts']}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`disclosures.field.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
};

/** What stands before or after this telling, and what rests on it. */
const Links = ({ view, onShow }: Part & { onShow: (id: string) => void }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { correctedBy, corrects, quotedBy, printed } = view;
  const rests = [
    ...(quotedBy > 0 ? [t('disclosures.rest.deductions', { count: quotedBy })] : []),
    ...(printed ? [t('disclosures.rest.printed')] : []),
  ];
  return (
    <>
      {correctedBy === null ? null : (
        <p className={styles['note']}>
          {t('disclosures.link.correctedBy', { at: format.instant(correctedBy.toldAt), reason: correctedBy.reason ?? '' })}
          <Button type="link" size="small" onClick={() => onShow(correctedBy.id)}>
            {t('disclosures.link.show')}
          </Button>
        </p>
      )}
      {corrects === null ? null : (
        <p className={styles['note']}>
          {t('disclosures.link.corrects', { at: format.instant(corrects.toldAt) })}
          <Button type="link" size="small" onClick={() => onShow(corrects.id)}>
            {t('disclosures.link.show')}
          </Button>
        </p>
      )}
      {rests.length === 0 ? null : (
        <p className={styles['note']}>
          {rests.join(t('disclosures.rest.and'))} {t('disclosures.rest.stays')}
        </p>
      )}
    </>
  );
};

/** One telling. It is put right by telling again; it is taken back only while nothing rests on it, and the page says what does. */
export const DisclosureDialog = ({ start, onShow, onClose }: Props) => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const attempt = useAttempt();
  const { topicOf, say } = useWording();
  const [doing, setDoing] = useState<'correct' | 'void' | null>(null);
  const { data: view, error, refetch } = useQuery(queries.disclosures.read.queryOptions({ input: start }));
  const { caseId, disclosureId: id } = start;
  const name = topicOf(view?.disclosure.topic ?? '')?.name;
  const topic = name === undefined ? (view?.disclosure.topic ?? '') : say(name);
  if (doing === 'correct' && view !== undefined) return <CorrectDisclosure view={view} topic={topic} onClose={onClose} />;
  if (doing === 'void')
    return (
      <ReasonDialog
        title={t('disclosures.void.title', { topic })}
        note={t('disclosures.void.note')}
        confirm={t('disclosures.void.confirm')}
        onConfirm={(reason) => attempt((api) => api.cases.voidRow({ caseId, entity: 'disclosure', id, reason, restores: false }))}
        onClose={onClose}
      />
    );
  return (
    <Dialog title={t('disclosures.title', { topic })} width={600} onClose={onClose}>
      {error !== null && view === undefined ? <ErrorState {...failureOf(t, error)} onRetry={() => void refetch()} /> : null}
      {error === null && view === undefined ? <LoadingState rows={4} /> : null}
      {view === undefined ? null : (
        <>
          <Facts view={view} />
          <Links view={view} onShow={(disclosureId) => onShow({ caseId, disclosureId })} />
          <div className={styles['foot']}>
            <Button type="primary" disabled={!view.mayCorrect} onClick={() => setDoing('correct')}>
              {t('disclosures.correct.button')}
            </Button>
            <Button disabled={!view.mayTakeBack} onClick={() => setDoing('void')}>
              {t('disclosures.void.button')}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
};
