import { bordeDe, longDate, lugarDeCita, plazoSentence } from '@conoceles/domain'
import type { EntregableDto, HitoDto } from '../actividades/index.ts'
import type { EventoCalendario } from '../../../shared/calendario/emision.ts'

export interface Contexto {
  proceso: { clave: string; simulacro: boolean }
  /** Origin of the consola. */
  origen: string
  avisos: EventoCalendario['avisos']
}

export interface EventoConAreas {
  areas: string[]
  evento: EventoCalendario
}

/** One event for each dated moment that is owed, in any area. Moments that do not apply are left out. */
export function toEventos(entregables: readonly EntregableDto[], contexto: Contexto): EventoConAreas[] {
  return entregables.flatMap((entregable) =>
    entregable.hitos
      .filter(({ vence, estatus }) => vence !== null && estatus !== 'no_aplica')
      .map((hito) => ({ areas: hito.responsables.map(({ clave }) => clave).sort(), evento: toEvento(entregable, hito, contexto) })),
  )
}

function toEvento(entregable: EntregableDto, hito: HitoDto, { proceso, origen, avisos }: Contexto): EventoCalendario {
  const path = entregable.clave.replace('/', '~')
  const vence = String(hito.vence)
  const done = DONE.includes(hito.estatus)
  return {
    uid: `${path}.${hito.milestone}@${proceso.clave}.conoceles`,
    inicio: vence,
    fin: vence,
    titulo: `${prefixOf(hito.estatus)}${plazoSentence(entregable, hito.milestone)} (${entregable.numero})`,
    texto: textOf(entregable, hito, proceso),
    enlace: `${origen}/consola/actividades/${path}#${hito.milestone}`,
    provisional: hito.conflictos > 0,
    avisos: done ? { ...avisos, dias: [] } : avisos,
  }
}

const DONE = ['cumplida_en_tiempo', 'cumplida_tarde']

const ESTATUS: Record<string, string> = {
  pendiente: 'todavía no empieza',
  en_curso: 'en curso',
  por_vencer: 'por vencer',
  vencida: 'vencida',
  cumplida_en_tiempo: 'cumplida en tiempo',
  cumplida_tarde: 'cumplida tarde',
  concluido: 'periodo concluido',
}

const VERBO = { inicio: 'Empieza', termino: 'Termina', plazo: 'Vence' }

function prefixOf(estatus: string): string {
  if (DONE.includes(estatus)) return 'Cumplida. '
  return estatus === 'vencida' ? 'Vencida. ' : ''
}

function textOf({ evento }: EntregableDto, hito: HitoDto, { simulacro }: Contexto['proceso']): string {
  const { estatus, responsables, cita, conflictos, cumplimiento } = hito
  return [
    ...(simulacro ? ['Simulacro: la evidencia de lo hecho es ficticia.'] : []),
    `${VERBO[bordeDe(hito.milestone) ?? 'plazo']} a las 23:59:59, hora de la zona del proceso.`,
    ...openingText(evento),
    `Cómo va: ${ESTATUS[estatus] ?? estatus}.`,
    ...(cumplimiento ? [`Evidencia: ${cumplimiento.referencia}.`] : []),
    ...(responsables.length > 0 ? [`Responde: ${responsables.map(({ nombre }) => nombre).join(', ')}.`] : []),
    ...(cita ? [`Fuente: ${lugarDeCita(cita)}, «${cita.dice}».`] : []),
    ...(conflictos > 0 ? ['Sus fuentes se contradicen: mientras nadie decida cuál rige, se toma la fecha que vence primero.'] : []),
  ].join('\n')
}

/** Event that opened a duty which no calendar foresees, and its cause. */
function openingText(evento: EntregableDto['evento']): string[] {
  if (!evento) return []
  return [`Lo abrió, el ${longDate(evento.fecha)}: ${evento.titulo}.`, ...(evento.causa ? [`Modifica: ${evento.causa.texto}.`] : [])]
}
