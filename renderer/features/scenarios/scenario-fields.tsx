import { InputNumber, Slider } from 'antd';
import { useId } from 'react';
import styles from './scenarios.module.css';

type NumberProps = {
  label: string;
  value: number | null;
  unit?: string;
  min?: number;
  max: number;
  /** What an empty field means. */
  empty?: string;
  readOnly: boolean;
  onChange: (value: number | null) => void;
};

const clamp = (value: number, min: number, max: number): number => Math.min(max, Math.max(min, value));

/** A number with its label; an empty field says what it means. */
export const NumberInput = ({ label, value, unit, min = 0, max, empty, readOnly, onChange }: NumberProps) => {
  const id = useId();
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      <InputNumber
        id={id}
        size="small"
        value={value}
        min={min}
        max={max}
        readOnly={readOnly}
        {...(unit === undefined ? {} : { suffix: unit })}
        {...(empty === undefined ? {} : { placeholder: empty })}
        onChange={(next) => onChange(next === null ? null : clamp(Number(next), min, max))}
      />
    </div>
  );
};

/** The same with a slider beside it: dragging or the arrow keys move the picture at once. */
export const SliderInput = ({ step = 1, ...props }: NumberProps & { step?: number }) => (
  <div className={styles['slide']}>
    <NumberInput {...props} />
    <Slider
      value={props.value ?? props.min ?? 0}
      min={props.min ?? 0}
      max={props.max}
      step={step}
      disabled={props.readOnly}
      ariaLabelForHandle={props.label}
      tooltip={{ open: false }}
      onChange={(value: number) => props.onChange(value)}
    />
  </div>
);

/** Yuan on the screen, fen in the file. */
export const MoneyInput = (props: Omit<NumberProps, 'max' | 'unit'>) => (
  <NumberInput
    {...props}
    unit="¥"
    max={9_999_999}
    value={props.value === null ? null : props.value / 100}
    onChange={(yuan) => props.onChange(yuan === null ? null : Math.round(yuan * 100))}
  />
);
