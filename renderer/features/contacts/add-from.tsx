import { Select } from 'antd';
import styles from './contact-editor.module.css';

type Props = { label: string; options: readonly { value: string; label: string }[]; onAdd: (value: string) => void };

/** A list to add from: type to narrow, Enter adds. Unlike a plain select, walking it with the arrow keys adds nothing. */
export const AddFrom = ({ label, options, onAdd }: Props) => (
  <Select<string | null>
    size="small"
    className={styles['more'] ?? ''}
    aria-label={label}
    placeholder={label}
    value={null}
    options={[...options]}
    showSearch={{ optionFilterProp: 'label' }}
    popupMatchSelectWidth={260}
    onSelect={(value) => (value === null ? undefined : onAdd(value))}
  />
);
