import { Temporal } from 'temporal-polyfill'
import { objetoDe, sirvePara, type SupuestoPack } from '@conoceles/domain'
import type { CapturaSimulada, SeccionSimulada } from './types.ts'

interface Around {
  supuestos: SupuestoPack[]
  ahora: string
  zona: string
  /** Claves of the candidaturas that are left as they are. */
  except: ReadonlySet<string>
}

const HOUR = 3_600_000
const PAUSE_DAYS = 5

/** Adds events after publication, each to one verified captura: a pause with its end, a correction that waits, one that was accepted. */
export function reviewLater(capturas: CapturaSimulada[], around: Around): CapturaSimulada[] {
  const verified = capturas.filter(({ estatus, candidatura }) => estatus === 'verificada' && !around.except.has(candidatura))
  const turns = new Map(verified.slice(0, CHANGES.length).map(({ candidatura }, index) => [candidatura, CHANGES[index]]))
  return capturas.map((captura) => {
    const seccion = captura.secciones
      .filter(({ cuestionario, respuestas }) => cuestionario === 'curricular' && Object.keys(respuestas).length > 0)
      .at(-1)
    const change = turns.get(captura.candidatura)
    return change && seccion ? change(captura, seccion, around) : captura
  })
}

type Change = (captura: CapturaSimulada, seccion: SeccionSimulada, around: Around) => CapturaSimulada

const pause: Change = (captura, { clave: seccion }, { supuestos, ahora, zona }) => {
  const today = Temporal.Instant.from(ahora).toZonedDateTimeISO(zona).toPlainDate()
  const ground = supuestos.findLast((each) => sirvePara(objetoDe(each), 'seccion'))
  const pausa = {
    cuestionario: 'curricular' as const,
    seccion,
    supuesto: ground?.clave ?? '',
    motivo: `${ground?.publico ?? ''}.`,
    hasta: today.add({ days: PAUSE_DAYS }).toString(),
    creadaEn: hoursBefore(ahora, 2),
  }
  return { ...captura, pausa }
}

const ask = ({ clave: seccion }: SeccionSimulada, ahora: string) => ({
  cuestionario: 'curricular' as const,
  seccion,
  razon: 'Hay un error de redacción en esta sección y se pide corregirlo.',
  creadaEn: hoursBefore(ahora, 3),
})

const request: Change = (captura, seccion, { ahora }) => ({ ...captura, solicitud: { ...ask(seccion, ahora), aceptada: null } })

const accept: Change = (captura, seccion, { ahora }) => ({
  ...captura,
  estatus: 'en_correccion',
  secciones: captura.secciones.map((each) => (each === seccion ? { ...each, estatus: 'en_correccion' } : each)),
  solicitud: { ...ask(seccion, ahora), aceptada: { razon: 'Se acepta: es un error de redacción.', en: hoursBefore(ahora, 1) } },
})

const CHANGES: Change[] = [pause, request, accept]

function hoursBefore(ahora: string, hours: number): string {
  return new Date(Temporal.Instant.from(ahora).epochMilliseconds - hours * HOUR).toISOString()
}
