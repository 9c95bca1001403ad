import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWatch } from 'react-hook-form';
import type { Problem } from '../../../shared/kernel/problem.ts';
import { ChoiceField, ManyField, SelectField, YesNoField, type Choice } from './choice-fields.tsx';
import type { Edited } from './edited.ts';
import { FormModal } from './form-modal.tsx';
import { Form } from './form.tsx';
import { AmountField, CodeField, IdNumberField, IntegerField, PhoneField, TextAreaField, TextField } from './text-fields.tsx';
import { DateField, InstantField } from './time-fields.tsx';
import { useForm } from './use-form.ts';
import type { DraftPlace } from './use-draft.ts';

/** `pick` shows a few answers as buttons, `select` a list to search, `many` several answers at once. */
export type RecordKind =
  | 'text'
  | 'long'
  | 'code'
  | 'phone'
  | 'idNumber'
  | 'amount'
  | 'integer'
  | 'date'
  | 'instant'
  | 'pick'
  | 'select'
  | 'many'
  | 'yesNo';

export type RecordField<V> = {
  name: keyof V & string;
  kind: RecordKind;
  label: string;
  required?: boolean;
  hint?: string;
  wide?: boolean;
  max?: number;
  rows?: number;
  options?: readonly Choice[];
};

/** One field of a described form. */
export const RecordInput = <V,>({ field, first }: { field: RecordField<V>; first: boolean }) => {
  const { kind, options = [], max, rows, ...rest } = field;
  const props = { ...rest, autoFocus: first };
  const limit = max === undefined ? {} : { max };
  switch (kind) {
    case 'text':
      return <TextField {...props} {...limit} />;
    case 'long':
      return <TextAreaField {...props} {...limit} rows={rows ?? 2} />;
    case 'code':
      return <CodeField {...props} {...limit} />;
    case 'phone':
      return <PhoneField {...props} />;
    case 'idNumber':
      return <IdNumberField {...props} />;
    case 'amount':
      return <AmountField {...props} />;
    case 'integer':
      return <IntegerField {...props} {...limit} />;
    case 'date':
      return <DateField {...props} />;
    case 'instant':
      return <InstantField {...props} />;
    case 'pick':
      return <ChoiceField {...props} choices={options} />;
    case 'select':
      return <SelectField {...props} choices={options} />;
    case 'many':
      return <ManyField {...props} choices={options} />;
    case 'yesNo':
      return <YesNoField {...props} />;
  }
};

type Body<V extends object> = {
  fields: readonly RecordField<V>[] | ((values: V) => readonly RecordField<V>[]);
  initial: V;
  saveLabel: string;
  onSave: (values: V) => Promise<Problem | null>;
  draft?: DraftPlace;
  edited?: Edited<V>;
  readOnly?: boolean;
};

/** A form described by its fields; `fields` may depend on the values as they stand. */
export const RecordForm = <V extends object>({
  fields,
  initial,
  saveLabel,
  onSave,
  draft,
  edited,
  readOnly = false,
  onCancel,
}: Body<V> & { onCancel?: () => void }) => {
  const { t } = useTranslation();
  const form = useForm<V>(initial);
  const values = useWatch({ control: form.methods.control }) as V;
  const described = typeof fields === 'function' ? fields(values) : fields;
  return (
    <Form
      form={form}
      onSubmit={onSave}
      submitLabel={saveLabel}
      readOnly={readOnly}
      {...(draft === undefined ? {} : { draft })}
      {...(edited === undefined ? {} : { edited })}
      extra={onCancel === undefined ? null : <Button onClick={onCancel}>{t('common.action.cancel')}</Button>}
    >
      {described.map((field, i) => (
        <RecordInput key={field.name} field={field} first={i === 0 && onCancel !== undefined} />
      ))}
    </Form>
  );
};

/** A described form in a dialog: saved or cancelled, it closes. */
export const RecordDialog = <V extends object>({
  title,
  note,
  width = 640,
  onClose,
  onSave,
  ...body
}: Body<V> & {
  title: string;
  note?: string;
  width?: number;
  onClose: () => void;
}) => (
  <FormModal title={title} width={width} onClose={onClose}>
    {note === undefined || note === '' ? null : (
      <p style={{ marginBottom: 8, color: 'var(--lb-second)', whiteSpace: 'pre-wrap' }}>{note}</p>
    )}
    <RecordForm<V>
      {...body}
      onCancel={onClose}
      onSave={async (values) => {
        const problem = await onSave(values);
        if (problem === null) onClose();
        return problem;
      }}
    />
  </FormModal>
);
