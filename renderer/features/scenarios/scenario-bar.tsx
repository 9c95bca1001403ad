import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { scenarioProblem } from '../../../shared/scenarios/compare.ts';
import type { ScenarioSet } from '../../../shared/scenarios/model.ts';
import { draftOfSet, type ScenarioDraft } from './scenario-draft.ts';
import styles from './scenarios.module.css';

type Start = { onStart: (template: 'elderly' | null) => void };

/** Begins a set: three ways as the case stands, or the template with one click. */
export const ScenarioStarters = ({ onStart }: Start) => {
  const { t } = useTranslation();
  return (
    <>
      <Button size="small" onClick={() => onStart(null)}>
        {t('scenarios.panel.new')}
      </Button>
      <Button size="small" onClick={() => onStart('elderly')}>
        {t('scenarios.panel.useElderly')}
      </Button>
    </>
  );
};

type Props = Start & {
  sets: readonly ScenarioSet[];
  draft: ScenarioDraft;
  mayWrite: boolean;
  saving: boolean;
  onDraft: (draft: ScenarioDraft | null) => void;
  onSave: () => void;
  onUse: (() => void) | null;
};

/** Which set is in view, its name, and what can be done with it. */
export const ScenarioBar = ({ sets, draft, mayWrite, saving, onDraft, onSave, onStart, onUse }: Props) => {
  const { t } = useTranslation();
  const isWrong = draft.name.trim() === '' || scenarioProblem(draft.scenarios) !== null;
  const choose = (id: string | null): void => {
    const set = sets.find((one) => one.id === id);
    if (set !== undefined) onDraft(draftOfSet(set));
  };
  return (
    <div className={styles['head']}>
      <strong>{t('scenarios.panel.title')}</strong>
      {sets.length < 2 ? null : (
        <Select
          size="small"
          aria-label={t('scenarios.panel.choose')}
          value={draft.setId}
          options={sets.map(({ id, name }) => ({ value: id, label: name }))}
          disabled={draft.changed}
          onChange={choose}
        />
      )}
      <Input
        size="small"
        className={styles['name'] ?? ''}
        aria-label={t('scenarios.panel.name')}
        value={draft.name}
        maxLength={200}
        readOnly={!mayWrite}
        onChange={(event) => onDraft({ ...draft, name: event.target.value, changed: true })}
      />
      {mayWrite && draft.changed ? (
        <>
          <Button type="primary" size="small" loading={saving} disabled={isWrong} onClick={onSave}>
            {t('scenarios.panel.save')}
          </Button>
          <Button size="small" onClick={() => onDraft(null)}>
            {t('scenarios.panel.discard')}
          </Button>
        </>
      ) : null}
      {mayWrite && !draft.changed ? <ScenarioStarters onStart={onStart} /> : null}
      {onUse === null || draft.changed ? null : (
        <Button size="small" onClick={onUse}>
          {t('scenarios.panel.use')}
        </Button>
      )}
    </div>
  );
};
