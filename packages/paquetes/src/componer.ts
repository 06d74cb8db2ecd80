import type { ContiendaPack, PostulacionPack, ProcesoPack } from '@conoceles/domain'
import { PARTES, type FilaAviso, type FilaLugares, type FilaPostulacion } from './archivos.ts'
import type { Ruta } from './json.ts'

/** Value of each file, by its path. */
export type Valores = ReadonlyMap<string, Readonly<Record<string, unknown>>>

/** A pack, and the row of its file that each computed entry comes from. */
export interface Compuesto {
  pack: ProcesoPack
  origen: { contiendas: (number | null)[]; postulaciones: number[] }
}

/** Puts a pack together. The files were checked against their schemas: only then are the types true. */
export function componer(valores: Valores): Compuesto {
  const partes: Record<string, unknown> = { cuestionarios: [] }
  for (const { ruta, archivo, en } of PARTES) {
    const valor = valueAt(valores.get(archivo), en)
    if (valor !== undefined) put(partes, ruta, valor)
  }
  const pack = partes as unknown as ProcesoPack
  const contiendas = contiendasDe(pack, partes['contiendas'] as FilaLugares[])
  const postulaciones = postulacionesDe(partes['postulaciones'] as FilaPostulacion[])
  return {
    pack: {
      ...pack,
      contiendas: contiendas.map(({ valor }) => valor),
      postulaciones: postulaciones.map(({ valor }) => valor),
      avisosPrivacidad: (partes['avisosPrivacidad'] as FilaAviso[]).map((aviso) => ({
        ...aviso,
        integral: aviso.integral.join('\n'),
        simplificado: aviso.simplificado.join('\n'),
      })),
    },
    origen: { contiendas: contiendas.map(({ fila }) => fila), postulaciones: postulaciones.map(({ fila }) => fila) },
  }
}

function valueAt(valor: Readonly<Record<string, unknown>> | undefined, en: Ruta): unknown {
  const [clave] = en
  if (valor === undefined || clave !== undefined) return valor?.[String(clave)]
  const { $schema: _esquema, ...resto } = valor
  return resto
}

function put(into: Record<string | number, unknown>, [paso, ...resto]: Ruta, valor: unknown): void {
  if (paso === undefined) return
  if (resto.length === 0) into[paso] = valor
  else put((into[paso] ??= {}) as Record<string | number, unknown>, resto, valor)
}

interface DeFila<T, F> {
  valor: T
  fila: F
}

/** One contienda per cargo and demarcación; municipios of sistemas normativos elect their ayuntamiento outside this system. */
function contiendasDe({ cargos, demarcaciones }: ProcesoPack, lugares: FilaLugares[]): DeFila<ContiendaPack, number | null>[] {
  return cargos.flatMap((cargo) =>
    demarcaciones
      .filter(({ tipo, regimen }) => tipo === cargo.demarcacion && regimen !== 'sistemas_normativos')
      .map((demarcacion) => {
        const fila = filaDe(lugares, cargo.clave, demarcacion.clave)
        // No row says how many: none, which the validation tells.
        const { lugares: cuantos, fuente, confianza } = lugares[fila ?? -1] ?? { ...cargo, lugares: 0 }
        const clave = claveDe(cargo.clave, demarcacion.clave)
        return { valor: { clave, cargo: cargo.clave, demarcacion: demarcacion.clave, lugares: cuantos, fuente, confianza }, fila }
      }),
  )
}

function filaDe(lugares: FilaLugares[], cargo: string, demarcacion: string): number | null {
  const own = lugares.findIndex((each) => each.cargo === cargo && each.demarcacion === demarcacion)
  const all = own >= 0 ? own : lugares.findIndex((each) => each.cargo === cargo && each.demarcacion === undefined)
  return all < 0 ? null : all
}

function postulacionesDe(filas: FilaPostulacion[]): DeFila<PostulacionPack, number>[] {
  return filas.flatMap(({ cargos, demarcaciones, ...postulacion }, fila) =>
    cargos.flatMap((cargo) =>
      demarcaciones.map((demarcacion) => ({ valor: { ...postulacion, contienda: claveDe(cargo, demarcacion) }, fila })),
    ),
  )
}

function claveDe(cargo: string, demarcacion: string): string {
  return `${cargo}-${demarcacion}`
}
