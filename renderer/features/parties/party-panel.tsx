import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StayDays } from '../../../shared/doctors/stay.ts';
import type { InjuredParty } from '../../../shared/parties/model.ts';
import type { Problem } from '../../../shared/kernel/problem.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { ReasonDialog } from '../../ui/form/reason-dialog.tsx';
import { useToast } from '../../ui/toast/use-toast.tsx';
import styles from './party-panel.module.css';
import { PartyDialog } from './party-dialog.tsx';

type Props = { caseId: string; party: InjuredParty; stay: StayDays; now: string; readOnly: boolean; mayReveal: boolean; photos: ReactNode };

/** Shows the identity number in clear; the first look of the day asks why. */
const IdNumber = ({ caseId, party, mayReveal }: Pick<Props, 'caseId' | 'party' | 'mayReveal'>) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const [clear, setClear] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const reveal = (reason: string | null): Promise<Problem | null> =>
    attempt(async (api) => setClear((await api.parties.revealIdNumber({ caseId, partyId: party.id, reason })).idNumber));
  if (party.idNumber === null) return <>—</>;
  return (
    <>
      {clear ?? party.idNumber}
      {clear === null && mayReveal ? (
        <Button
          type="link"
          size="small"
          onClick={() => void reveal(null).then((problem) => (problem === null ? undefined : setAsking(true)))}
        >
          {t('parties.panel.reveal')}
        </Button>
      ) : null}
      {asking ? (
        <ReasonDialog
          title={t('parties.reveal.title')}
          note={t('parties.reveal.note')}
          confirm={t('parties.panel.reveal')}
          onConfirm={reveal}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
};

/** Who the person is and where they lie; photographs, and the notice of rights and privacy. */
export const PartyPanel = ({ caseId, party, stay, now, readOnly, mayReveal, photos }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const attempt = useAttempt();
  const toast = useToast();
  const [open, setOpen] = useState<'edit' | 'noPhoto' | null>(null);
  const set = (values: Partial<InjuredParty>): Promise<Problem | null> =>
    attempt((api) => api.parties.edit({ caseId, partyId: party.id, seen: party.rev, values }));
  const giveNotice = async (): Promise<void> => {
    const problem = await set({ privacyNoticeGivenAt: now });
    if (problem !== null) toast.failed(problemText(t, problem));
  };
  const place = [party.hospital, party.department, party.ward, party.bed].filter((text) => text !== null && text !== '').join(' · ');
  const pairs: [string, ReactNode][] = [
    [
      t('parties.panel.identity'),
      [party.gender === null ? null : t(`parties.gender.${party.gender}`), party.bornOn].filter(Boolean).join(' · ') || '—',
    ],
    [t('parties.field.idNumber'), <IdNumber key="id" caseId={caseId} party={party} mayReveal={mayReveal} />],
    [t('parties.field.phone'), party.phone ?? '—'],
    [t('parties.field.roadRole'), party.roadRole === null ? '—' : t(`parties.road.${party.roadRole}`)],
    [t('parties.panel.place'), place === '' ? '—' : place],
    [t('parties.panel.stay'), `${stay.admittedOn ?? '—'} → ${stay.dischargedOn ?? '—'}`],
    [t('parties.field.injurySummary'), party.injurySummary ?? '—'],
    [
      t('parties.field.privacyNoticeGivenAt'),
      party.privacyNoticeGivenAt === null ? (
        <>
          <span className={styles['missing']}>{t('parties.panel.noticeMissing')}</span>
          {readOnly ? null : (
            <Button key="give" type="link" size="small" onClick={() => void giveNotice()}>
              {t('parties.panel.giveNotice')}
            </Button>
          )}
        </>
      ) : (
        format.instant(party.privacyNoticeGivenAt)
      ),
    ],
  ];
  return (
    <section aria-label={t('parties.panel.title')}>
      <div className={styles['head']}>
        <strong>{t('parties.panel.title')}</strong>
        {readOnly ? null : (
          <Button size="small" onClick={() => setOpen('edit')}>
            {t('parties.panel.edit')}
          </Button>
        )}
      </div>
      <dl className={styles['pairs']}>
        {pairs.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <div className={styles['photos']}>
        {photos}
        <p className={styles['second']}>
          {party.noPhotoReason === null || party.noPhotoReason === ''
            ? t('parties.panel.photoWanted')
            : t('parties.panel.noPhoto', { reason: party.noPhotoReason })}
          {readOnly ? null : (
            <Button type="link" size="small" onClick={() => setOpen('noPhoto')}>
              {t('parties.panel.whyNoPhoto')}
            </Button>
          )}
        </p>
      </div>
      {open === 'edit' ? <PartyDialog caseId={caseId} party={party} onClose={() => setOpen(null)} /> : null}
      {open === 'noPhoto' ? (
        <ReasonDialog
          title={t('parties.panel.whyNoPhoto')}
          confirm={t('parties.form.save')}
          onConfirm={(reason) => set({ noPhotoReason: reason })}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </section>
  );
};
