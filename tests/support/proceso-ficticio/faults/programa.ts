import type { ProcesoPack, ReglaPlazo, Statement } from '@conoceles/domain'

/** Faults of a programme: names without definition, impossible days, and a draft that does not say that it is one. */
export function programaFaults(pack: ProcesoPack): string[] {
  const { actividades, laborales, vigencia, borrador } = pack.programa
  const statements = actividades.flatMap((actividad) => actividad.statements)
  const known = new Set(actividades.map(({ clave }) => clave))
  return [
    ...repeated(statements.map(({ clave }) => clave)).map((clave) => `programa repeats ${clave}`),
    ...statements.flatMap((statement) => reglaFaults(statement.regla, known).map((fault) => `${statement.clave}: ${fault}`)),
    ...(vigencia.desde > vigencia.hasta ? ['programa: vigencia ends before it starts'] : []),
    ...(laborales.jornadas.includes(pack.jornada) ? [] : ['programa: the election day is no rest day']),
    ...(borrador ? borradorFaults(pack, statements) : approvedFaults(statements)),
  ]
}

function reglaFaults(regla: ReglaPlazo, known: Set<string>): string[] {
  switch (regla.tipo) {
    case 'fecha':
      return isDay(regla.fecha) ? [] : ['no date']
    case 'ventana':
      return isDay(regla.inicio) && isDay(regla.fin) && regla.inicio <= regla.fin ? [] : ['no window']
    case 'despues':
      return regla.de.actividad === null || known.has(regla.de.actividad) ? [] : [`unknown actividad ${regla.de.actividad}`]
    default:
      return []
  }
}

/** A draft is for the election day of its pack, says so of every statement, and nobody confirmed any of it. */
function borradorFaults({ programa: { borrador, actividades }, jornada }: ProcesoPack, statements: Statement[]): string[] {
  if (!borrador) return []
  const claves = new Set(statements.map(({ clave }) => clave))
  return [
    ...(borrador.jornada === jornada ? [] : [`borrador: of ${borrador.jornada}, and the pack's election day is ${jornada}`]),
    ...(borrador.confianza === 'por_confirmar' && borrador.fuente ? [] : ['borrador: nobody confirmed it']),
    ...(/^[0-9a-f]{64}$/.test(borrador.origen.sha256) && isDay(borrador.origen.jornada) ? [] : ['borrador: origen']),
    ...actividades.filter(({ confianza }) => confianza !== 'por_confirmar').map(({ clave }) => `${clave}: nobody confirmed it`),
    ...statements
      .filter(({ traslado }) => traslado?.confianza !== 'por_confirmar')
      .map(({ clave }) => `${clave}: does not say how it came here`),
    ...borrador.decisiones
      .filter(({ statement }) => !claves.has(statement))
      .map(({ statement }) => `borrador: unknown statement ${statement}`),
  ]
}

function approvedFaults(statements: Statement[]): string[] {
  return statements
    .filter(({ traslado }) => traslado !== undefined)
    .map(({ clave }) => `${clave}: comes from another proceso, and is no draft`)
}

function isDay(day: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day))
}

function repeated(values: string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index)
}
