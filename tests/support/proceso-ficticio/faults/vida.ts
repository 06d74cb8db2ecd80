import { Temporal } from 'temporal-polyfill'
import { ACTOS_CAMBIO, enSilencio, faltasDePlantillas, momentoDe, puede, TIPOS_REGLA, type ProcesoPack } from '@conoceles/domain'

/** Faults in the parts of a pack that govern the life of a candidatura: causes, rules, lists, places inside places. */
export function vidaFaults(pack: ProcesoPack): string[] {
  const cargos = new Set(pack.cargos.map(({ clave }) => clave))
  const grupos = new Set(pack.grupos.map(({ clave }) => clave))
  const unknown = (claves: string[]): string[] => claves.filter((clave) => !cargos.has(clave))
  return [
    ...pack.causas
      .filter(({ actos }) => actos.length === 0 || actos.some((acto) => !ACTOS_CAMBIO.includes(acto)))
      .map(({ clave }) => `causa ${clave}: actos`),
    ...ACTOS_CAMBIO.filter((acto) => !pack.causas.some(({ actos }) => actos.includes(acto))).map((acto) => `no causa for ${acto}`),
    ...(pack.organos.length === 0 ? ['no organo'] : []),
    ...pack.reglas.filter(({ tipo }) => !TIPOS_REGLA.includes(tipo)).map(({ clave }) => `regla ${clave}: tipo`),
    ...pack.reglas.flatMap(({ clave, cargos: of }) => unknown(of).map((cargo) => `regla ${clave}: unknown cargo ${cargo}`)),
    ...pack.reglas.flatMap(({ clave, parametros }) =>
      String(parametros.grupos ?? '')
        .split(',')
        .filter((grupo) => grupo !== '' && !grupos.has(grupo))
        .map((grupo) => `regla ${clave}: unknown grupo ${grupo}`),
    ),
    ...pack.listados.flatMap(({ clave, cargos: of }) => unknown(of).map((cargo) => `listado ${clave}: unknown cargo ${cargo}`)),
    ...pack.listados.filter(({ columnas }) => columnas.length === 0).map(({ clave }) => `listado ${clave}: no columnas`),
    ...faltasDePlantillas(pack),
    ...demarcacionFaults(pack),
    ...recordatorioFaults(pack),
    ...pack.tiposEleccion
      .filter(({ plazoCaptura }) => !Number.isInteger(plazoCaptura.dias) || plazoCaptura.dias < 1)
      .map(({ clave }) => `tipoEleccion ${clave}: plazo`),
  ]
}

/** A comunidad lies in a municipio; nothing else lies in anything. */
function demarcacionFaults({ demarcaciones }: ProcesoPack): string[] {
  const tipoOf = new Map(demarcaciones.map(({ clave, tipo }) => [clave, tipo]))
  return demarcaciones
    .filter(({ tipo, pertenece }) => (tipo === 'comunidad' ? tipoOf.get(pertenece ?? '') !== 'municipio' : pertenece !== null))
    .map(({ clave }) => `demarcacion ${clave}: pertenece`)
}

/** Faults of the reminders: roles without preferences, hours in the quiet hours, nobody without account, and terms that are none. */
function recordatorioFaults({ programa: { areas, recordatorios }, zona }: ProcesoPack): string[] {
  const { silencio, resumen, hora, escalamiento, distancias, sinCuenta, vigenciaHoras } = recordatorios
  const roles = [...areas.flatMap(({ rol }) => rol ?? []), ...escalamiento.roles, ...sinCuenta]
  const day = Temporal.PlainDate.from('2024-01-01')
  const quiet = [hora, resumen.hora].filter((hour) => {
    const wanted = day.toZonedDateTime({ timeZone: zona, plainTime: hour }).toInstant()
    return enSilencio(wanted, { silencio, zona }) || !momentoDe(day, hour, { silencio, zona }).equals(wanted)
  })
  const numbers = [escalamiento.despuesDias, escalamiento.cadaDias, vigenciaHoras]
  return [
    ...roles.filter((rol) => !puede(rol, 'recordatorios.propios')).map((rol) => `recordatorios: ${rol} cannot say what it wants`),
    ...quiet.map((hour) => `recordatorios: ${hour} lies in the quiet hours`),
    ...(sinCuenta.length === 0 ? ['recordatorios: sinCuenta'] : []),
    ...[...numbers.filter((n) => !(n >= 1)), ...distancias.filter((n) => !(n >= 0))].map((n) => `recordatorios: ${n} is no term`),
  ]
}
