import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { ClashLine } from '../../../ui/form/clash.tsx';
import { useEngineWords } from '../engine-words.ts';
import type { BasisClash } from './basis-state.ts';
import { leavesApart } from './leaves-apart.ts';

type Props = { clash: BasisClash; mine: unknown; theirs: unknown; onDecide: (mine: boolean) => void };

/** Most differences that are named one by one. */
const most = 6;

/** Somebody else stored the same field: what differs, and whose value shall stand. Nothing is lost before somebody chose. */
export const ClashNotice = ({ clash, mine, theirs, onDecide }: Props) => {
  const { t } = useTranslation();
  const words = useEngineWords();
  const apart = leavesApart(mine, theirs, clash.field);
  const shown = apart
    .slice(0, most)
    .map(({ path, theirs: value }) => `${words.place(path)} ${value === '' ? '—' : words.value(value)}`)
    .join('；');
  return (
    <Alert
      type="error"
      showIcon
      title={words.place(clash.field)}
      description={
        <ClashLine
          clash={{ name: clash.field, theirs: shown, rev: clash.rev, byName: clash.byName }}
          shown={apart.length > most ? `${shown} ${t('settlement.said.more', { count: apart.length - most })}` : shown}
          decide={onDecide}
        />
      }
    />
  );
};
