import { razonesContraEstadistica, type ProcesoPack } from '@conoceles/domain'

/** Faults of a pack's statistics: rules that would not protect, sources, and questions that are not counted whole. */
export function estadisticaFaults({ estadistica, cuestionarios, grupos }: ProcesoPack): string[] {
  const { minimo, cortes, tablas, publicas, edades } = estadistica
  const questionsOf = (of: string) =>
    Object.assign({}, ...cuestionarios.filter(({ tipo }) => tipo === of).map(({ schema }) => schema['properties'])) as Record<
      string,
      { enum?: string[] }
    >
  const questions = questionsOf('identidad')
  const curriculares = questionsOf('curricular')
  return [
    ...razonesContraEstadistica(estadistica),
    ...[minimo, ...cortes, ...tablas, ...publicas, edades].filter(({ fuente }) => !fuente).map(() => 'estadistica has no source'),
    ...cortes.filter(({ fecha }) => Number.isNaN(Date.parse(fecha))).map(({ fecha }) => `${fecha} is no date`),
    ...publicas
      .filter(({ pregunta, valores }) => curriculares[pregunta]?.enum?.join() !== valores.join())
      .map(({ clave }) => `tabla ${clave}: it does not count the answers to its question`),
    ...tablas.flatMap(({ clave, pregunta, grupo, respuestas }) => {
      const options = [...(questions[pregunta]?.enum ?? [])].sort()
      const counted = respuestas.flatMap(({ valores }) => valores).sort()
      const known = grupo === null || grupos.some((each) => each.clave === grupo && each.pregunta === pregunta)
      return [
        ...(options.join() === counted.join() ? [] : [`tabla ${clave}: it does not count the answers to its question`]),
        ...(known ? [] : [`tabla ${clave}: its grupo is not that of its question`]),
      ]
    }),
  ]
}
