import { useQuery } from '@tanstack/react-query';
import { InputNumber, Segmented } from 'antd';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { defaultSettings, type Settings } from '../../../shared/settings/contract.ts';
import { useCore } from '../../app/core-context.ts';
import { failureOf } from '../../app/failure.ts';
import { useChangeSettings } from '../../app/keep-look.ts';
import { useLook } from '../../app/look.ts';
import { Card } from '../../ui/card/card.tsx';
import { useToast } from '../../ui/toast/use-toast.tsx';
import styles from './preferences.module.css';

const Line = ({ label, id, children }: { label: string; id: string; children: ReactNode }) => (
  <div className={styles['line']}>
    <label htmlFor={id}>{label}</label>
    {children}
  </div>
);

type Minutes = { label: string; value: number; min: number; max: number; unit: string; onChange: (value: number) => void };

const NumberLine = ({ label, value, min, max, unit, onChange }: Minutes) => {
  const id = useId();
  return (
    <Line label={label} id={id}>
      <InputNumber<number>
        id={id}
        value={value}
        min={min}
        max={max}
        precision={0}
        suffix={unit}
        changeOnWheel={false}
        onChange={(next) => next !== null && onChange(next)}
      />
    </Line>
  );
};

/** Language, theme, idle lock and silence limit of this machine. They take effect at once. */
export const PreferencesCard = () => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const look = useLook();
  const toast = useToast();
  const { data: settings = defaultSettings } = useQuery(queries.settings.read.queryOptions());
  const { mutate } = useChangeSettings();
  const change = (part: Partial<Settings>): void => mutate(part, { onError: (error) => toast.failed(failureOf(t, error).text) });
  const themes = (['system', 'light', 'dark', 'contrast'] as const).map((value) => ({ value, label: t(`settings.theme.${value}`) }));
  const languages = [
    { value: 'zh-CN' as const, label: '中文' },
    { value: 'en-US' as const, label: 'English' },
  ];
  return (
    <Card title={t('settings.card.title')} note={t('settings.card.note')}>
      <div className={styles['lines']}>
        <Line label={t('settings.field.language')} id="settings-language">
          <Segmented<Settings['language']>
            id="settings-language"
            aria-label={t('settings.field.language')}
            value={look.language}
            options={languages}
            onChange={(language) => {
              look.setLanguage(language);
              change({ language });
            }}
          />
        </Line>
        <Line label={t('settings.field.theme')} id="settings-theme">
          <Segmented<Settings['theme']>
            id="settings-theme"
            aria-label={t('settings.field.theme')}
            value={look.theme}
            options={themes}
            onChange={(theme) => {
              look.setTheme(theme);
              change({ theme });
            }}
          />
        </Line>
        <NumberLine
          label={t('settings.field.idleLockMinutes')}
          value={settings.idleLockMinutes}
          min={1}
          max={60}
          unit={t('settings.unit.minutes')}
          onChange={(idleLockMinutes) => change({ idleLockMinutes })}
        />
        <NumberLine
          label={t('settings.field.silentDays')}
          value={settings.silentDays}
          min={1}
          max={30}
          unit={t('settings.unit.days')}
          onChange={(silentDays) => change({ silentDays })}
        />
      </div>
    </Card>
  );
};
