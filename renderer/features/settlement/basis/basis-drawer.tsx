import { Alert, Button, Drawer, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../../shared/cases/contract.ts';
import type { StandardsPack } from '../../../../shared/damages/engine/standards-pack.ts';
import type { Problem } from '../../../../shared/kernel/problem.ts';
import type { SettlementFile } from '../../../../shared/settlement/contract.ts';
import { problemText } from '../../../i18n/problem-text.ts';
import { itemKeys } from '../../../../shared/damages/engine/item-schemas.ts';
import { useEngineWords } from '../engine-words.ts';
import { useGiveFocusBack } from '../../../ui/dialog/give-focus-back.ts';
import styles from '../item/item.module.css';
import { ListGrid } from '../item/list-grid.tsx';
import { ScalarField } from '../item/scalar-field.tsx';
import type { InputField } from '../item/input-specs.ts';
import { DraftNotice } from '../kept/draft-notice.tsx';
import { caseFields, conventionFields, cutFields, oneOf, partyFields, paymentList, ruleSetFields, vehicleList } from './basis-specs.ts';
import { storedBase } from './basis-state.ts';
import { ChoiceTable } from './choice-table.tsx';
import { ClashNotice } from './clash-notice.tsx';
import { labelOf } from './label-of.ts';
import { at, put, type Values } from './paths.ts';
import { SuggestionList } from './suggestion-list.tsx';
import { useBasis } from './use-basis.ts';
import { useBasisCheck } from './use-basis-check.ts';
import { VehicleCovers } from './vehicle-covers.tsx';

type Props = { file: CaseFile; settlement: SettlementFile; partyId: string; now: string; readOnly: boolean; onClose: () => void };

const flat = (list: typeof vehicleList, rows: readonly Values[]): Values[] =>
  rows.map((row) => Object.fromEntries(list.fields.map(({ name }) => [name, at(row, name)])));

/** Lines of the grid laid over what they came from, so that parts without a column stay. */
const nested = (list: typeof vehicleList, old: readonly Values[], next: readonly Values[]): Values[] =>
  next.map((line, i) => list.fields.reduce<Values>((row, { name }) => put(row, name, line[name]), old[i] ?? {}));

const useItemNames = (): Readonly<Record<string, string>> => {
  const { t } = useTranslation();
  return useMemo(() => Object.fromEntries([...itemKeys, 'other'].map((key) => [key, t(`damages.kind.${key}`)])), [t]);
};

type Region = { pack: StandardsPack | null; value: unknown; readOnly: boolean; onChange: (region: string | undefined) => void };

/** The region whose figures count: one of those the pack has. */
const RegionField = ({ pack, value, readOnly, onChange }: Region) => {
  const { t } = useTranslation();
  const regions = [...new Set((pack?.figures ?? []).map(({ region }) => region))].filter((region) => region !== '全国');
  return (
    <div className={styles['field']}>
      <label htmlFor="basis-region">{t('settlement.field.forumRegion')}</label>
      <Select<string>
        id="basis-region"
        size="small"
        allowClear
        showSearch
        disabled={readOnly}
        value={(value ?? null) as string}
        options={regions.map((region) => ({ value: region, label: region }))}
        onChange={onChange}
      />
    </div>
  );
};

type ActionsProps = {
  history: Pick<ReturnType<typeof useBasis>['history'], 'canUndo' | 'canRedo' | 'undo' | 'redo'>;
  disabled: boolean;
  onSave: () => void;
};

const BasisActions = ({ history, disabled, onSave }: ActionsProps) => {
  const { t } = useTranslation();
  return (
    <span className={styles['actions']}>
      <Button disabled={!history.canUndo} onClick={history.undo}>
        {t('common.action.undo')}
      </Button>
      <Button disabled={!history.canRedo} onClick={history.redo}>
        {t('common.action.redo')}
      </Button>
      <Button type="primary" disabled={disabled} onClick={onSave}>
        {t('settlement.basis.save')}
      </Button>
    </span>
  );
};

/** 理算口径: vehicles and covers, statistics, conventions and what one person is computed with; every open question of law in words. */
export const BasisDrawer = ({ file, settlement, partyId, now, readOnly, onClose }: Props) => {
  const { t } = useTranslation();
  useGiveFocusBack();
  const words = useEngineWords();
  const [problem, setProblem] = useState<Problem | null>(null);
  const basis = useBasis({ caseId: file.case.id, partyId, settlement, readOnly });
  const { ofCase, ofParty, history, clash } = basis;
  const items = useItemNames();
  const { pack } = settlement;
  const { live, suggestions, errorAt } = useBasisCheck({ file, settlement, partyId, now, ofCase, ofParty, problem });
  const vehicles = (ofCase['vehicles'] ?? []) as Values[];
  const vehicleNames = Object.fromEntries(
    vehicles
      .filter(({ id }) => typeof id === 'string' && id !== '')
      .map(({ id, label }) => [String(id), [id, label].filter(Boolean).join(' · ')]),
  );
  const scalar = (field: InputField, of: 'case' | 'party') => (
    <ScalarField
      key={field.name}
      field={{ ...field, name: labelOf(field.name) }}
      value={at(of === 'case' ? ofCase : ofParty, field.name)}
      readOnly={readOnly}
      error={errorAt(of === 'case' ? 'calculationBasis' : 'partyBasis', field.name)}
      onChange={(value) => (of === 'case' ? basis.setCase(field.name, value) : basis.setParty(field.name, value))}
    />
  );
  const lines = (list: typeof vehicleList) => {
    const old = (ofCase[list.name] ?? []) as Values[];
    return (
      <ListGrid
        list={list}
        entries={flat(list, old)}
        readOnly={readOnly}
        noteAt={(index, name) => {
          const text = errorAt('calculationBasis', `${list.name}.${index}.${name}`);
          return text === undefined ? undefined : { tone: 'error', text };
        }}
        onChange={(next) => basis.setCase(list.name, next.length === 0 ? undefined : nested(list, old, next))}
        onUndo={history.undo}
        onRedo={history.redo}
      />
    );
  };
  const after = async (call: Promise<Problem | null>): Promise<void> => {
    const found = await call;
    setProblem(found);
    if (found === null) onClose();
  };
  return (
    <Drawer
      open
      size={900}
      title={t('settlement.basis.title')}
      onClose={onClose}
      extra={
        readOnly ? null : (
          <BasisActions history={history} disabled={basis.count === 0 || clash !== null} onSave={() => void after(basis.save())} />
        )
      }
    >
      <DraftNotice restoredAt={basis.restoredAt} onDiscard={basis.discard} />
      {clash === null ? null : (
        <ClashNotice
          clash={clash}
          mine={(clash.part === 'case' ? ofCase : ofParty)[clash.field]}
          theirs={storedBase(settlement, partyId).values[clash.part][clash.field]}
          onDecide={(mine) => void after(basis.decide(mine))}
        />
      )}
      {problem === null || clash !== null ? null : (
        <Alert type="error" showIcon title={[words.place(problem.field ?? ''), problemText(t, problem)].filter(Boolean).join(' ')} />
      )}
      <SuggestionList suggestions={suggestions} onTake={readOnly ? null : basis.take} />
      <div className={styles['part']}>
        <h3>{t('settlement.basis.vehicles')}</h3>
        {lines(vehicleList)}
        <VehicleCovers
          file={file}
          vehicles={vehicles}
          readOnly={readOnly}
          errorAt={(field) => errorAt('calculationBasis', field)}
          onChange={(next) => basis.setCase('vehicles', next)}
          onUndo={history.undo}
          onRedo={history.redo}
        />
        <div className={styles['fields']}>{scalar(oneOf('ownVehicle', vehicleNames, ofCase['ownVehicle']), 'case')}</div>
      </div>
      <div className={styles['part']}>
        <h3>{t('settlement.basis.statistics')}</h3>
        <div className={styles['fields']}>
          <RegionField
            pack={pack}
            value={at(ofCase, 'statistics.forumRegion')}
            readOnly={readOnly}
            onChange={(value) => basis.setCase('statistics.forumRegion', value)}
          />
          {caseFields.map((field) => scalar(field, 'case'))}
        </div>
      </div>
      <div className={styles['part']}>
        <h3>{t('settlement.basis.person')}</h3>
        <div className={styles['fields']}>{partyFields.map((field) => scalar(field, 'party'))}</div>
        <h3>{t('settlement.basis.cuts')}</h3>
        <p className={styles['second']}>{t('settlement.basis.cutsOff')}</p>
        <div className={styles['fields']}>{cutFields(items).map((field) => scalar(field, 'party'))}</div>
      </div>
      <div className={styles['part']}>
        <h3>{t('settlement.basis.conventions')}</h3>
        <div className={styles['fields']}>{ruleSetFields.map((field) => scalar(field, 'case'))}</div>
        <div className={styles['fields']}>{conventionFields.map((field) => scalar(field, 'case'))}</div>
        <ChoiceTable choices={live?.choices ?? []} />
      </div>
      <div className={styles['part']}>
        <h3>{t('settlement.basis.payments')}</h3>
        {lines(paymentList)}
      </div>
    </Drawer>
  );
};
