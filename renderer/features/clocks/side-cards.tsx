import { Button, Progress, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useContactEditor } from '../../app/contact-editor.ts';
import { useGo } from '../../app/go.ts';
import { useRegisterCase } from '../../app/register-case.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Card } from '../../ui/card/card.tsx';
import type { TodayAnswer } from './today-answer.ts';
import { draftForm } from './today-view.ts';
import styles from './today.module.css';

type Props = { today: TodayAnswer };

const shownLines = 8;

export const SilentCases = ({ today, silentDays }: Props & { silentDays: number }) => {
  const { t } = useTranslation();
  const go = useGo();
  const openContact = useContactEditor();
  return (
    <Card title={t('clocks.silent.title')} note={t('clocks.silent.note', { count: silentDays })}>
      {today.silent.length === 0 ? <p className={styles['second']}>{t('clocks.silent.none')}</p> : null}
      <ul className={styles['lines']}>
        {today.silent.slice(0, shownLines).map((one) => (
          <li key={one.caseId} className={styles['line']}>
            <div>
              <Button type="link" size="small" onClick={() => go.case(one.caseId)}>
                {one.partyName ?? one.insuredName ?? one.reportNumber}
              </Button>
              <span className="tabular">{t('cases.list.days', { count: one.days })}</span>
            </div>
            <Button
              size="small"
              onClick={() => openContact({ caseId: one.caseId })}
              aria-label={t('clocks.silent.contactWho', { number: one.reportNumber })}
            >
              {t('clocks.silent.contact')}
            </Button>
          </li>
        ))}
      </ul>
      {today.silent.length > shownLines ? (
        <p className={styles['second']}>{t('clocks.silent.more', { count: today.silent.length - shownLines })}</p>
      ) : null}
    </Card>
  );
};

export const WaitingRequests = ({ today }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useGo();
  if (today.requests.length === 0) return null;
  return (
    <Card title={t('clocks.requests.title')}>
      <ul className={styles['lines']}>
        {today.requests.slice(0, shownLines).map((one) => (
          <li key={one.id}>
            <div className={styles['line']}>
              <Button type="link" size="small" onClick={() => (one.state === 'not-yet' ? go.case(one.caseId) : go.escalations(one.id))}>
                {one.partyName ?? one.reportNumber}
              </Button>
              <Tag color={one.state === 'returned' || one.state === 'not-yet' ? 'error' : 'processing'}>
                {t(`clocks.requests.state.${one.state}`)}
              </Tag>
              <span className="tabular">{format.money(one.amountFen)}</span>
            </div>
            <span className={styles['second']}>
              {one.since === null ? '' : `${t('clocks.requests.since', { span: format.span(format.minutes(one.since, today.now)) })} · `}
              {one.ask}
              {one.remarks === 0 ? '' : ` · ${t('clocks.requests.remarks', { count: one.remarks })}`}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
};

export const OpenDrafts = ({ today }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useGo();
  const openContact = useContactEditor();
  const register = useRegisterCase();
  if (today.drafts.length === 0) return null;
  const goOn = ({ key, caseId }: TodayAnswer['drafts'][number]): void => {
    if (draftForm(key) === 'contact') openContact(caseId === null ? {} : { caseId });
    else if (caseId === null) register();
    else go.case(caseId);
  };
  return (
    <Card title={t('clocks.drafts.title')}>
      <ul className={styles['lines']}>
        {today.drafts.slice(0, shownLines).map((draft) => (
          <li key={draft.key} className={styles['line']}>
            <div>
              {t(`clocks.drafts.form.${draftForm(draft.key)}`, { defaultValue: t('clocks.drafts.form.other') })}
              <span className={`${styles['second']} tabular`}>
                {[draft.reportNumber, format.instant(draft.updatedAt)].filter(Boolean).join(' · ')}
              </span>
            </div>
            <Button size="small" onClick={() => goOn(draft)}>
              {t('clocks.drafts.goOn')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
};

/** 说在前面: how many deductions had been announced before they were made. */
export const ToldBefore = ({ today }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { told, all, lastTold, lastAll } = today.toldBefore;
  return (
    <Card title={t('clocks.told.title')}>
      {all === 0 ? (
        <p className={styles['second']}>{t('clocks.told.none')}</p>
      ) : (
        <>
          <Progress percent={Math.round((100 * told) / all)} strokeColor="var(--lb-done)" aria-label={t('clocks.told.title')} />
          <p className={styles['second']}>
            {t('clocks.told.text', { told, all })}
            {lastAll === 0 ? '' : t('clocks.told.last', { share: format.percent(lastTold, lastAll) })}
          </p>
        </>
      )}
    </Card>
  );
};
