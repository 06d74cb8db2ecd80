import { ESTATUS_SECCION, type EstatusSeccion } from '../../registro/estatus.ts'
import { ROLES, puede } from '../../acceso/permisos.ts'
import { actoCaptura, ACTOS_CAPTURA, type NombreActo } from './tabla.ts'

const MEANING: Record<EstatusSeccion, string> = {
  vacia: 'nobody wrote in it',
  en_captura: 'begun, and something is missing',
  completa: 'nothing is missing; waits for the actor político to validate',
  validada: 'the actor político answers for it; waits for the institute',
  observada: 'returned with an observación that nobody attended yet',
  en_correccion: 'the institute accepted to have it corrected; what is published stays',
  verificada: 'the institute verified it; nobody changes it',
}

/** The table of captura as a page: states, a drawing, and for each act who, from where to where, and its reasons. */
export function drawEstatus(): string {
  return [
    '<!-- Written by `npm run generate` from tabla.ts. -->',
    '# The life of a captura',
    '',
    'A section has a state; the captura as a whole has the one that follows from its sections. Observaciones and pauses lie over the state: a',
    'section that has an open one is not shown in public.',
    '',
    ...ESTATUS_SECCION.map((estatus) => `- \`${estatus}\`: ${MEANING[estatus]}`),
    '',
    '```mermaid',
    'stateDiagram-v2',
    '  [*] --> vacia',
    ...ACTOS_CAPTURA.flatMap(arrows),
    '```',
    '',
    ...ACTOS_CAPTURA.flatMap(describe),
  ].join('\n')
}

function arrows(acto: NombreActo): string[] {
  return stepsOf(acto).flatMap(([from, a]) => a.filter((to) => to !== from).map((to) => `  ${from} --> ${to}: ${acto}`))
}

function describe(acto: NombreActo): string[] {
  const { nombre, permiso, sobre, fuera, guardas } = actoCaptura(acto)
  const steps = stepsOf(acto)
  const who = ROLES.filter((rol) => puede(rol, permiso)).join(', ')
  const reasons = [...guardas.map(({ razon }) => razon), ...(sobre === 'seccion' && steps.length < ESTATUS_SECCION.length ? [fuera] : [])]
  return [
    `## ${nombre} (\`${acto}\`)`,
    '',
    `- Who: \`${permiso}\` (${who}), on ${sobre === 'captura' ? 'the whole captura' : 'one section'}`,
    ...steps.map(([from, a]) => `- \`${from}\` → ${a.map((to) => (to === from ? 'the same' : `\`${to}\``)).join(' or ')}`),
    '- Refused with:',
    ...reasons.map((razon) => `  - ${razon}`),
    '',
  ]
}

function stepsOf(acto: NombreActo): [EstatusSeccion, readonly EstatusSeccion[]][] {
  const { pasos } = actoCaptura(acto)
  return ESTATUS_SECCION.flatMap((from): [EstatusSeccion, readonly EstatusSeccion[]][] => (pasos[from] ? [[from, pasos[from]]] : []))
}
