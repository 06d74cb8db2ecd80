/** Outlines on a grid of 24: one stroke, no fill, so that they read in any theme and in print. */
export const ICONS = {
  success: 'M20 6 9 17l-5-5',
  warning: 'M12 3 2 20h20L12 3Zm0 7v4m0 3v.01',
  error: 'M8 3h8l5 5v8l-5 5H8l-5-5V8l5-5Zm4 4v6m0 3v.01',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-10v6m0-9v.01',
  pending: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-14v5l3 2',
  blank: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM8 12h8',
  close: 'M6 6l12 12M18 6 6 18',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5',
  next: 'M5 12h14m-6-6 6 6-6 6',
  previous: 'M19 12H5m6 6-6-6 6-6',
  down: 'm6 9 6 6 6-6',
  up: 'm6 15 6-6 6 6',
  external: 'M14 4h6v6m0-6L10 14M18 14v6H4V6h6',
  columns: 'M4 5h16v14H4V5Zm5 0v14m6-14v14',
  filter: 'M4 6h16M7 12h10m-7 6h4',
  print: 'M7 8V3h10v5M7 17H3V8h18v9h-4M7 14h10v7H7v-7Z',
  download: 'M12 3v12m-5-5 5 5 5-5M4 20h16',
  share: 'M12 15V3m-4 4 4-4 4 4M5 12v8h14v-8',
  link: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1m2 4a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
  lock: 'M6 11V8a6 6 0 0 1 12 0v3M5 11h14v10H5V11Z',
  edit: 'M4 20h4L19 9l-4-4L4 16v4Z',
  listen: 'M4 9v6h4l5 4V5L8 9H4Zm12 0a4 4 0 0 1 0 6m2.5-8.5a8 8 0 0 1 0 11',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l2 2H4l2-2Zm4 4h4',
  pause: 'M8 5v14M16 5v14',
} as const

export type IconName = keyof typeof ICONS
