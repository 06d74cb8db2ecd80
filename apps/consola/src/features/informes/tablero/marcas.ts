/** A shape for each state of a section, that also reads in black and white; its word goes with it. */
export const MARCAS: Readonly<Record<string, string>> = {
  vacia: '○',
  en_captura: '◐',
  completa: '●',
  validada: '▲',
  observada: '!',
  en_correccion: '✎',
  verificada: '✓',
  exenta: '–',
}
