/** Kinds of page of the public site by which visits are counted, and how an informe names them. No kind says which place or persona a page is of. */
export const CLASES_VISITA = {
  inicio: 'Inicio',
  boleta: 'Mi boleta',
  lista: 'Lista y búsqueda de candidaturas',
  candidatura: 'Página de una candidatura',
  historia: 'Historia de una candidatura',
  contienda: 'Contiendas',
  comparar: 'Comparación de candidaturas',
  estadisticas: 'Estadísticas',
  datos: 'Datos abiertos',
  verificacion: 'Comprobación de páginas y acuses',
  informacion: 'Páginas de información',
} as const

export type ClaseVisita = keyof typeof CLASES_VISITA
