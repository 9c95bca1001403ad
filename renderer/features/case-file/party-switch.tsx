import { Button, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { InjuredParty } from '../../../shared/parties/model.ts';

type Props = {
  parties: readonly InjuredParty[];
  current: string | null;
  onPick: (partyId: string) => void;
  /** Null when nobody may be added. */
  onAdd: (() => void) | null;
};

/** Above this many people a row of names no longer fits, and a list to search takes its place. */
const mostInRow = 4;

export const PartySwitch = ({ parties, current, onPick, onAdd }: Props) => {
  const { t } = useTranslation();
  const options = parties.map((party, i) => ({
    value: party.id,
    label: parties.length > mostInRow ? `${i + 1}. ${party.name}` : party.name,
  }));
  return (
    <>
      {parties.length > 0 && parties.length <= mostInRow ? (
        <Segmented size="small" aria-label={t('case-file.parties.switch')} value={current ?? ''} options={options} onChange={onPick} />
      ) : null}
      {parties.length > mostInRow ? (
        <Select
          size="small"
          aria-label={t('case-file.parties.switch')}
          value={current}
          options={options}
          style={{ width: 180 }}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(id) => (id === null ? undefined : onPick(id))}
        />
      ) : null}
      {parties.length > mostInRow ? <span>{t('case-file.parties.count', { count: parties.length })}</span> : null}
      {onAdd === null ? null : (
        <Button size="small" onClick={onAdd}>
          {t('case-file.parties.add')}
        </Button>
      )}
    </>
  );
};
