import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Disclosure } from '../../../shared/disclosures/model.ts';
import { chinaDateOf } from '../../../shared/kernel/dates.ts';
import { useDisclosureOpener } from '../../app/disclosure-opener.ts';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './timeline.module.css';

type Props = { told: Disclosure; righted: Disclosure | undefined; topic: string; now: string };

/** One telling in the story: struck through once a later one puts it right. It opens the telling, where it can be corrected. */
export const ToldTag = ({ told, righted, topic, now }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const open = useDisclosureOpener();
  const words = t('contacts.line.told', { topic, understood: t(`contacts.understood.${told.understood}`) });
  const tone = told.understood === 'yes' ? 'success' : 'warning';
  return (
    <Tag color={righted === undefined ? tone : 'default'}>
      <button
        type="button"
        className={styles['toldTag']}
        title={t('contacts.line.openTold')}
        onClick={() => open({ caseId: told.caseId ?? '', disclosureId: told.id })}
      >
        <span className={righted === undefined ? '' : (styles['struck'] ?? '')}>{words}</span>
        {righted === undefined ? null : ` ${t('contacts.line.righted', { at: format.day(chinaDateOf(righted.toldAt), now) })}`}
        {told.correctsDisclosureId === null ? null : ` ${t('contacts.line.rights')}`}
      </button>
    </Tag>
  );
};
