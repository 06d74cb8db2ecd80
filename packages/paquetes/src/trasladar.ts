import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { Temporal } from 'temporal-polyfill'
import { descansosDe, distanciaA, trasladar, type ActorPoliticoPack, type ProgramaPack } from '@conoceles/domain'
import { objetoDe, type Objeto } from './efectivo.ts'
import { esDia } from './falta.ts'
import type { Textos } from './textos.ts'

export interface Destino {
  clave: string
  nombre: string
  jornada: string
}

/** Files whose days keep their distance to election day. */
const CON_DIAS = ['proceso.json', 'reglas.json', 'consulta.json', 'estadistica.json', 'programa/calendario.json']
/** Files of one process alone: those who stood, those who sat, slips of its programme, documents that will settle what is open. */
const DE_SU_PROCESO = {
  'postulaciones.json': 'postulaciones',
  'programa/integraciones.json': 'integraciones',
  'programa/erratas.json': 'erratas',
  'por-confirmar.json': 'cierres',
}

/**
 * A pack as the draft of another process, on another election day: every date is to be confirmed. Who stood and who sat do not travel, nor
 * alianzas and independents. Files that say no date of the process stay as they are. `textos` has those of the base too.
 */
export function trasladarPaquete(textos: Textos, propios: Textos, destino: Destino): Textos {
  const cabeza = objetoDe(textos, 'paquete.json')
  const de = String(cabeza.jornada)
  const dias = distanciaA(de, destino.jornada)
  const { simulacro: _simulacro, ...resto } = cabeza
  const fuente = `Trasladado de «${String(cabeza.clave)}», jornada del ${de}: por confirmar`
  const programa = programaTrasladado(textos, { cabeza, destino, fuente })
  const nuevos: [string, Objeto][] = [
    ['paquete.json', { ...resto, ...destino, version: '1.0.0', fuentes: [fuente, ...((cabeza.fuentes ?? []) as string[])] }],
    ...CON_DIAS.filter((archivo) => textos.has(archivo)).map((archivo): [string, Objeto] => [archivo, mover(objetoDe(textos, archivo), dias) as Objeto]),
    ...Object.entries(DE_SU_PROCESO).filter(([archivo]) => textos.has(archivo)).map(([archivo, lista]): [string, Objeto] => [archivo, { [lista]: [] }]),
    ['actores.json', { actores: partidos(objetoDe(textos, 'actores.json')) }],
    ['programa/programa.json', programa],
    ['programa/feriados.json', { feriados: feriados(programa as unknown as ProgramaPack) }],
  ] // prettier-ignore
  return new Map([...propios, ...nuevos.map(([archivo, valor]): [string, string] => [archivo, escribir(valor)])])
}

/** JSON of a file of a pack. */
export function escribir(valor: unknown): string {
  return `${JSON.stringify(valor, null, 2)}\n`
}

function programaTrasladado(textos: Textos, { cabeza, destino, fuente }: { cabeza: Objeto; destino: Destino; fuente: string }): Objeto {
  const origen = objetoDe(textos, 'programa/programa.json')
  const { recordatorios: _recordatorios, ...programa } = trasladar(origen as unknown as ProgramaPack, {
    de: String(cabeza.jornada),
    a: destino.jornada,
  })
  const borrador = {
    nombre: destino.nombre,
    jornada: destino.jornada,
    origen: {
      proceso: cabeza.clave,
      nombre: cabeza.nombre,
      version: cabeza.version,
      jornada: cabeza.jornada,
      sha256: createHash('sha256')
        .update(canonicalize(origen) ?? '')
        .digest('hex'),
    },
    decisiones: [],
    fuente,
    confianza: 'por_confirmar',
  }
  return { borrador, ...programa }
}

/** Days move, and a row that has one is to be confirmed again. */
function mover(valor: unknown, dias: number): unknown {
  if (typeof valor === 'string') return esDia(valor) ? Temporal.PlainDate.from(valor).add({ days: dias }).toString() : valor
  if (Array.isArray(valor)) return valor.map((each) => mover(each, dias))
  if (typeof valor !== 'object' || valor === null) return valor
  const movido = Object.fromEntries(Object.entries(valor).map(([clave, each]) => [clave, mover(each, dias)]))
  const cambia = Object.values(valor).some((each) => typeof each === 'string' && esDia(each))
  return cambia && 'confianza' in movido ? { ...movido, confianza: 'por_confirmar' } : movido
}

function partidos({ actores }: Objeto): ActorPoliticoPack[] {
  return (actores as ActorPoliticoPack[]).filter(({ tipo }) => tipo === 'partido')
}

/** Rest days of the law in the years of the programme, by its rules. */
function feriados({ laborales, vigencia }: ProgramaPack): Objeto[] {
  const [from, to] = [Number(vigencia.desde.slice(0, YEAR)), Number(vigencia.hasta.slice(0, YEAR))]
  const anios = Array.from({ length: to - from + 1 }, (_, at) => from + at)
  const nada = { descansos: [], jornadas: [], propios: [], todosHabiles: [] }
  return anios
    .flatMap((anio) =>
      laborales.descansos.flatMap(({ fuente, confianza, ...regla }) =>
        descansosDe(anio, { ...nada, descansos: [regla] }).map((fecha) => ({ fecha, nombre: regla.nombre, fuente, confianza })),
      ),
    )
    .sort((one, other) => (one.fecha < other.fecha ? -1 : 1))
}

const YEAR = 4
