import type { SelectOption } from '@conoceles/ui'
import type { Indice, Proceso } from '../../api-types.ts'
import { t, tWord } from '../../messages/index.ts'
import type { Conteos, Faceta } from './consulta.ts'
import { FILTROS, type Filtro, type Filtros } from './filtro.ts'

interface Opcion {
  clave: string
  nombre: string
}

/** Options of the filters, with names, in the order in which they are offered. */
export type Catalogo = Record<Faceta, readonly Opcion[]>

/** `temas`: those with which the page came, while the index is not here. */
export function catalogoOf(proceso: Proceso, indice: Indice | null, temas: readonly string[] = []): Catalogo {
  return {
    ...byIndice(proceso, indice ?? { ...NOTHING, temas: { valores: [...temas] } }),
    cargo: proceso.cargos,
    distrito: proceso.distritos,
    municipio: proceso.municipios,
    comunidad: proceso.comunidades,
    actor: proceso.actoresPoliticos,
    calidad: ['propietaria', 'suplente'].map((clave) => ({ clave, nombre: tWord('calidad', clave) })),
    conPropuestas: [{ clave: 'true', nombre: t('candidaturas.withProposals') }],
  }
}

type Listed = Pick<Indice, 'contiendas' | 'edades' | 'escolaridades' | 'grupos'> & {
  valores: Pick<Indice['valores'], 'sexo'>
  temas?: Pick<NonNullable<Indice['temas']>, 'valores'>
}
/** Before the index is here nothing of this is offered. */
const NOTHING: Listed = { contiendas: [], edades: [], escolaridades: [], grupos: [], valores: { sexo: [] } }

function byIndice({ cargos }: Proceso, { contiendas, valores, edades, escolaridades, grupos, temas }: Listed) {
  return {
    contienda: contiendas.map(({ clave, cargo, lugar }) => ({
      clave,
      nombre: `${cargos.find((each) => each.clave === cargo)?.nombre ?? cargo}, ${lugar}`,
    })),
    sexo: valores.sexo.map((clave) => ({ clave, nombre: tWord('sexo', clave) })),
    edad: edades,
    escolaridad: escolaridades.map((clave) => ({ clave, nombre: clave })),
    accionAfirmativa: grupos,
    tema: (temas?.valores ?? []).map((clave) => ({ clave, nombre: clave })),
  }
}

/** Options of one filter, each with how many it would give when that is known; what would give nobody cannot be chosen. */
export function optionsOf(faceta: Faceta, given: { catalogo: Catalogo; conteos: Conteos | null; filtros: Filtros }): SelectOption[] {
  const { catalogo, conteos, filtros } = given
  return catalogo[faceta].map(({ clave, nombre }) => {
    if (!conteos) return { value: clave, label: nombre }
    const n = conteos[faceta].get(clave) ?? 0
    return { value: clave, label: t('candidaturas.option', { nombre, n }), disabled: n === 0 && filtros[faceta] !== clave }
  })
}

/** The filters in force as they are told: "Jiutepec", "«paz»". */
export function nombresOf(filtros: Filtros, catalogo: Catalogo | null): { filtro: Filtro; text: string }[] {
  return FILTROS.filter((filtro) => filtros[filtro]).map((filtro) => {
    const value = filtros[filtro]
    if (filtro === 'q') return { filtro, text: t('candidaturas.searchTag', { q: value }) }
    return { filtro, text: catalogo?.[filtro].find(({ clave }) => clave === value)?.nombre ?? value }
  })
}
