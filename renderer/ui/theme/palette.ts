export const themeNames = ['light', 'dark', 'contrast'] as const;
export type ThemeName = (typeof themeNames)[number];

/** Colours by meaning. Colour says state and nothing else; every state is also a word or a shape. */
export type Palette = {
  ground: string;
  card: string;
  sunken: string;
  border: string;
  text: string;
  second: string;
  accent: string;
  accentHover: string;
  onAccent: string;
  accentTint: string;
  done: string;
  doneTint: string;
  working: string;
  waiting: string;
  soon: string;
  soonTint: string;
  overdue: string;
  overdueTint: string;
  promise: string;
  promiseTint: string;
};

const light: Palette = {
  ground: '#F5F6F8',
  card: '#FFFFFF',
  sunken: '#FAFAFA',
  border: '#E6E9EF',
  text: '#1B1F27',
  second: '#5A6475',
  accent: '#1F5FBF',
  accentHover: '#184C99',
  onAccent: '#FFFFFF',
  accentTint: '#EAF2FD',
  done: '#25784B',
  doneTint: '#E9F5EE',
  working: '#1F5FBF',
  waiting: '#8A94A6',
  soon: '#9A5B00',
  soonTint: '#FFF6E5',
  overdue: '#C4352B',
  overdueTint: '#FDEDEB',
  promise: '#3B6FD4',
  promiseTint: '#EAF1FE',
};

const dark: Palette = {
  ground: '#14171C',
  card: '#1C2027',
  sunken: '#22272F',
  border: '#343B46',
  text: '#E8EBF0',
  second: '#A3ACBA',
  accent: '#6BA3F5',
  accentHover: '#8AB8FA',
  onAccent: '#0C1420',
  accentTint: '#1D2E49',
  done: '#63C48D',
  doneTint: '#1B3226',
  working: '#6BA3F5',
  waiting: '#8A94A6',
  soon: '#F0A83C',
  soonTint: '#3A2C14',
  overdue: '#FF8A80',
  overdueTint: '#41211F',
  promise: '#8FB4FF',
  promiseTint: '#1E2C4A',
};

const contrast: Palette = {
  ...light,
  ground: '#FFFFFF',
  sunken: '#FFFFFF',
  border: '#000000',
  text: '#000000',
  second: '#1F1F1F',
  accent: '#003A8C',
  accentHover: '#002A66',
  accentTint: '#FFFFFF',
  done: '#00501F',
  working: '#003A8C',
  waiting: '#3D3D3D',
  soon: '#6B3A00',
  overdue: '#8A0000',
  promise: '#00308F',
};

export const palettes: Record<ThemeName, Palette> = { light, dark, contrast };

/** `accentTint` → `--lb-accent-tint`: what CSS modules read. */
export const cssName = (meaning: string): string => `--lb-${meaning.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`;
