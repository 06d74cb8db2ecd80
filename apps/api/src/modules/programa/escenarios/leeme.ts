import { longDate } from '@conoceles/domain'
import type { EscenarioDto } from './escenarios.dto.ts'

/** Explains the file beside it to readers without the system. */
export function toLeeme(escenario: EscenarioDto): string {
  const { nombre, jornada, origen, resumen, version, cambiadoEn } = escenario
  const { fuentes, hitos, conflictos, inhabiles } = resumen
  const lines = [
    `# ${nombre}`,
    '',
    'BORRADOR. Nadie lo ha aprobado: la jornada y cada fecha están por confirmar. No cambia el calendario que rige.',
    '',
    '## Qué contiene',
    '',
    '`programa.json`: el programa de trabajo en el formato de un paquete de proceso. Se pone en `programa/` de un paquete nuevo, cuya',
    'jornada sea la misma. Lleva el campo `borrador`, y en cada fuente el campo `traslado`: qué decía, cómo se obtuvo y que está por confirmar.',
    'Cuando un órgano apruebe el programa, se quitan ambos campos y cada cita pasa a ser la del documento aprobado.',
    '',
    '## De dónde sale',
    '',
    `- Proceso: ${origen.nombre} (${origen.proceso}, paquete ${origen.version}), jornada del ${longDate(origen.jornada)}.`,
    `- SHA-256 de su programa en JSON canónico (RFC 8785): ${origen.sha256}.`,
    `- Jornada del borrador: ${longDate(jornada)}, por confirmar.`,
    `- Versión ${version} del escenario, cambiada por última vez el ${cambiadoEn}.`,
    '',
    '## Cómo se obtuvo cada fecha',
    '',
    `- ${fuentes.distancia} de ${fuentes.total} fuentes, a la misma distancia en días de la jornada.`,
    `- ${fuentes.mes} de ${fuentes.total}, el mismo día de su mes: las actividades que se deben por meses van tantos meses después como la jornada.`,
    `- ${fuentes.regla} de ${fuentes.total} son reglas y siguen siéndolo.`,
    `- ${fuentes.edicion} de ${fuentes.total} las escribió una persona.`,
    `- ${hitos.movidos} de ${hitos.conFecha} momentos con fecha la cambian; ${inhabiles} de ${hitos.conFecha} vencen en día inhábil.`,
    `- ${conflictos.hitos} de ${hitos.total} momentos tienen fuentes que se contradicen; una persona decidió ${conflictos.resueltos} de ${conflictos.hitos}.`,
    '',
    'No viajan: lo ocurrido, la evidencia, las decisiones del proceso de origen, los días inhábiles propios del instituto ni quiénes integran sus órganos.',
    'Las decisiones de este borrador van en `borrador.decisiones` y no obligan: el proceso nuevo vuelve a decidir.',
    '',
    ...section('## Ediciones', edicionesOf(escenario)),
    ...section('## Decisiones', decisionesOf(escenario)),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

function section(heading: string, items: string[]): string[] {
  return [heading, '', ...(items.length > 0 ? items.map((item) => `- ${item}`) : ['Ninguna.']), '']
}

/** A monthly duty has one statement for all of its months. */
function edicionesOf({ hitos }: EscenarioDto): string[] {
  const edited = hitos.flatMap(({ fuentes }) =>
    fuentes.flatMap(({ clave, decia, dice, edicion }) =>
      edicion ? [`${clave}: decía «${decia}»; dice «${dice}». ${edicion.razon} (${edicion.rol}, ${edicion.en})`] : [],
    ),
  )
  return [...new Set(edited)]
}

function decisionesOf({ hitos }: EscenarioDto): string[] {
  return hitos.flatMap(({ entregable, milestone, decision }) =>
    decision ? [`${entregable}, ${milestone}: rige ${decision.statement}. ${decision.razon} (${decision.rol}, ${decision.en})`] : [],
  )
}
