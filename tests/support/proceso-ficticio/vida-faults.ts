import { ACTOS_CAMBIO, TIPOS_REGLA, type ProcesoPack } from '@conoceles/domain'

/** What is wrong in the parts of a pack that govern the life of a candidatura: causes, rules, lists, places inside places. */
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
    ...demarcacionFaults(pack),
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
