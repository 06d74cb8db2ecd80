import type { Proceso } from '../../api-types.ts'

/** How many local ballots a voter receives. */
export interface Cuantas {
  /** Those of every voter of the place. */
  deTodos: number
  /** A voter in some comunidad of the place gets one more. */
  conComunidad: boolean
}

export type Boletas = Pick<Proceso, 'cargos' | 'boletas' | 'comunidades'>

/** Ballots of one municipio, also before the people on them are published. */
export function cuantasEn({ cargos, boletas, comunidades }: Boletas, municipio: Proceso['municipios'][number]): Cuantas {
  const tipos = new Map(cargos.map(({ clave, demarcacion }) => [clave, demarcacion]))
  const printed = boletas.map(({ frente, reverso }) => [...frente, ...reverso])
  const own = cargos.filter(({ clave }) => !printed.flat().includes(clave)).map(({ clave }) => [clave])
  const hojas = [...printed, ...own].map((claves) => claves.map((clave) => tipos.get(clave)))
  const porPartidos = municipio.regimen !== 'sistemas_normativos'
  return {
    deTodos: hojas.filter((of) => of.some((tipo) => tipo !== 'comunidad' && (tipo !== 'municipio' || porPartidos))).length,
    conComunidad: comunidades.some((each) => each.municipio === municipio.clave) && hojas.some((of) => of.includes('comunidad')),
  }
}

/** Ballots in the municipios that give most of them, and whether others give fewer. */
export function cuantasEnEntidad(proceso: Boletas & Pick<Proceso, 'municipios'>): Cuantas & { menos: boolean } {
  const all = proceso.municipios.map((municipio) => cuantasEn(proceso, municipio))
  const deTodos = Math.max(0, ...all.map((each) => each.deTodos))
  return {
    deTodos,
    conComunidad: all.some(({ conComunidad }) => conComunidad),
    menos: all.some((each) => each.deTodos < deTodos),
  }
}
