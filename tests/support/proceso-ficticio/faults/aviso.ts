import { completarAviso, faltasDelAviso, leyQueRige, TIPOS_AVISO, type ProcesoPack } from '@conoceles/domain'

/** Faults of a pack's avisos, by the parts that the pack itself asks of them. */
export function avisoFaults({ avisosPrivacidad, reglasAviso: reglas }: ProcesoPack): string[] {
  return avisosPrivacidad.flatMap(({ finalidades, vigenteDesde, version, ...each }) => {
    const from = { finalidades: finalidades ?? [], ley: leyQueRige(reglas.leyes, vigenteDesde), datos: reglas.datos }
    const texts = TIPOS_AVISO.map((tipo) => completarAviso(each[tipo], from))
    return [
      ...texts
        .filter((text) => text.includes('{{') || /\b(INAI|IMIPE)\b/.test(text))
        .map((text) => `aviso «${text.slice(0, 40)}»: a name was not filled in, or of an authority that no longer exists`),
      ...faltasDelAviso({ ...each, ...from, reglas })
        .filter(({ gravedad }) => gravedad === 'falta')
        .map(({ aviso, razon }) => `aviso ${version} ${aviso}: ${razon}`),
    ]
  })
}
