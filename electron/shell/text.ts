import english from '../../resources/locales/en-US/shell.json';
import chinese from '../../resources/locales/zh-CN/shell.json';

export type ShellText = typeof chinese;

/** The shell speaks before the file is open, so it follows the system's language, not the person's setting. */
export const shellText = (systemLocale: string): ShellText => (systemLocale.toLowerCase().startsWith('zh') ? chinese : english);
