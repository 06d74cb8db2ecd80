import { completarAviso, faltasDelAviso, leyQueRige, TIPOS_AVISO, type AvisoPrivacidadPack, type ProcesoPack } from '@conoceles/domain'
import { probar, type Falta } from '../falta.ts'

/** Faults of a pack's avisos, by the parts that the pack itself asks of them. */
export function faltasDeAvisos({ avisosPrivacidad, reglasAviso: reglas }: ProcesoPack): Falta[] {
  return avisosPrivacidad.flatMap((aviso, at) => {
    const ruta = ['avisosPrivacidad', at]
    if (!reglas.leyes.some(({ desde }) => desde <= aviso.vigenteDesde))
      return [{ ruta, dice: `Ninguna ley rige el ${aviso.vigenteDesde}`, remedio: 'Agregue a «leyes» la que rige ese día' }]
    return avisoFaltas(aviso, { reglas, ruta })
  })
}

function avisoFaltas(
  { finalidades, vigenteDesde, version, ...each }: AvisoPrivacidadPack,
  { reglas, ruta }: { reglas: ProcesoPack['reglasAviso']; ruta: (string | number)[] },
): Falta[] {
  const from = { finalidades: finalidades ?? [], ley: leyQueRige(reglas.leyes, vigenteDesde), datos: reglas.datos }
  return [
    ...TIPOS_AVISO.flatMap((tipo) => {
      const texto = completarAviso(each[tipo], from)
      const [suelta] = /\{\{[^}]*\}?\}?/.exec(texto) ?? []
      const [extinta] = /\b(INAI|IMIPE)\b/.exec(texto) ?? []
      return probar([...ruta, tipo], [
        { falla: suelta !== undefined, dice: `El aviso ${tipo} no llena «${suelta}»`, remedio: 'Agregue ese nombre a «datos», o corríjalo en el texto' },
        { falla: extinta !== undefined, dice: `El aviso ${tipo} nombra a ${extinta}, que ya no existe`, remedio: 'Nombre a la autoridad garante de hoy' },
      ]) // prettier-ignore
    }),
    ...faltasDelAviso({ ...each, ...from, reglas })
      .filter(({ gravedad }) => gravedad === 'falta')
      .map(({ aviso, razon }) => ({ ruta: aviso === null ? ruta : [...ruta, aviso], dice: `Aviso ${aviso}, versión ${version}: ${sinPunto(razon)}`, remedio: 'Complete el texto del aviso' })), // prettier-ignore
  ]
}

export function sinPunto(texto: string): string {
  return texto.replace(/\.$/, '')
}
