/** Filters of the list. They live in the address, under the same names as in the API. */
export const FILTROS = [
  ...(['q', 'cargo', 'distrito', 'municipio', 'comunidad', 'contienda', 'actor', 'calidad'] as const),
  ...(['sexo', 'edad', 'escolaridad', 'accionAfirmativa', 'tema', 'conPropuestas'] as const),
] as const
export type Filtro = (typeof FILTROS)[number]
export type Filtros = Record<Filtro, string>
