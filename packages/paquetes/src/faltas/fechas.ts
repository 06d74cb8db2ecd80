import type { ProcesoPack, TipoEleccionPack } from '@conoceles/domain'
import { esDia, probar, probarFilas, type Falta, type Prueba } from '../falta.ts'
import type { Ruta } from '../json.ts'

/** Days that are none, and days in an order that cannot be. */
export function faltasDeFechas(pack: ProcesoPack): Falta[] {
  const malas = diasDe(pack).filter(([, dia]) => !esDia(dia))
  if (malas.length > 0) return malas.map(([ruta, dia]) => ({ ruta, dice: `«${dia}» no es un día del calendario`, remedio: 'Escriba la fecha como 2027-06-06' })) // prettier-ignore
  return [
    ...probarFilas(['tiposEleccion'], pack.tiposEleccion, (tipo) => ordenDe(tipo, pack.jornada)),
    ...probarFilas(['calendario'], pack.calendario, ({ inicio, fin, evento }) => [
      { falla: inicio > fin, en: ['fin'], dice: `«${evento}» termina antes de empezar`, remedio: 'Corrija «inicio» o «fin»' },
    ]),
    ...jornadaFaltas(pack),
  ]
}

function diasDe(pack: ProcesoPack): [Ruta, string][] {
  return [
    ...pack.tiposEleccion.flatMap((each, at): [Ruta, string][] =>
      (['inicioPublicacion', 'entregaCuentas', 'cierreCaptura'] as const).map((clave) => [['tiposEleccion', at, clave], each[clave]]),
    ),
    ...pack.calendario.flatMap((each, at): [Ruta, string][] =>
      (['inicio', 'fin'] as const).map((clave) => [['calendario', at, clave], each[clave]]),
    ),
    ...pack.feriados.map(({ fecha }, at): [Ruta, string] => [['feriados', at, 'fecha'], fecha]),
    ...pack.cuestionarios.map(({ vigenteDesde }, at): [Ruta, string] => [['cuestionarios', at, 'vigenteDesde'], vigenteDesde]),
    ...pack.avisosPrivacidad.map(({ vigenteDesde }, at): [Ruta, string] => [['avisosPrivacidad', at, 'vigenteDesde'], vigenteDesde]),
    ...pack.estadistica.cortes.map(({ fecha }, at): [Ruta, string] => [['estadistica', 'cortes', at, 'fecha'], fecha]),
    [['politicaPublicacion', 'vigenteDesde'], pack.politicaPublicacion.vigenteDesde],
  ]
}

function ordenDe({ clave, inicioPublicacion, entregaCuentas, cierreCaptura, plazoCaptura }: TipoEleccionPack, jornada: string): Prueba[] {
  const antes = `y la captura de «${clave}» cierra el ${cierreCaptura}`
  return [
    {
      falla: cierreCaptura >= jornada,
      en: ['cierreCaptura'],
      dice: `La captura de «${clave}» cierra el ${cierreCaptura}, y la jornada es el ${jornada}`,
      remedio: 'Ponga un cierre anterior a la jornada',
    },
    {
      falla: entregaCuentas >= cierreCaptura,
      en: ['entregaCuentas'],
      dice: `Las cuentas se entregan el ${entregaCuentas}, ${antes}`,
      remedio: 'Entregue las cuentas antes del cierre',
    },
    {
      falla: inicioPublicacion >= cierreCaptura,
      en: ['inicioPublicacion'],
      dice: `La publicación empieza el ${inicioPublicacion}, ${antes}`,
      remedio: 'Empiece a publicar antes del cierre',
    },
    {
      falla: !Number.isInteger(plazoCaptura.dias) || plazoCaptura.dias < 1,
      en: ['plazoCaptura', 'dias'],
      dice: `El plazo de captura de «${clave}» no es de uno o más días`,
      remedio: 'Escriba un número entero desde 1',
    },
  ]
}

/** The days of the process lie around election day: a pack that was copied and half changed has those of another year. */
function jornadaFaltas({ jornada, tiposEleccion }: ProcesoPack): Falta[] {
  const domingo = new Date(`${jornada}T00:00:00Z`).getUTCDay() === 0
  return [
    ...probar(['jornada'], [{ falla: !domingo, dice: `El ${jornada} no es domingo, y la jornada es en domingo (LGIPE, artículo 22)`, remedio: 'Corrija la fecha de la jornada' }]), // prettier-ignore
    ...probarFilas(['tiposEleccion'], tiposEleccion, ({ inicioPublicacion }) => [
      {
        falla: Date.parse(jornada) - Date.parse(inicioPublicacion) > A_YEAR_MS,
        en: ['inicioPublicacion'],
        dice: `La publicación empieza el ${inicioPublicacion}, más de un año antes de la jornada del ${jornada}`,
        remedio: 'Revise si la fecha es de otro proceso',
      },
    ]),
  ]
}

const A_YEAR_MS = 366 * 86_400_000
