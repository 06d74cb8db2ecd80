import type { ProcesoPack } from '../proceso-pack.ts'
import { datosConFuente } from './datos.ts'
import { datosSueltos } from './sueltos.ts'
import type { DatoConFuente, FechasCargo } from './dato.ts'

/** Every fact of a pack that says its source, as once it is loaded; videos in Lengua de Señas apart, whose address comes with loading. */
export function datosDelPaquete(pack: ProcesoPack): DatoConFuente[] {
  const { reglasAviso: aviso, senas: _senas, ...parts } = pack
  return datosConFuente({ ...parts, aviso, sueltos: datosSueltos(pack) }, pack.cargos.flatMap(fechasDe(pack)))
}

function fechasDe({ tiposEleccion }: ProcesoPack): (cargo: ProcesoPack['cargos'][number]) => FechasCargo[] {
  const tipos = new Map(tiposEleccion.map((tipo) => [tipo.clave, tipo]))
  return ({ clave, nombre, tipoEleccion }) => {
    const tipo = tipos.get(tipoEleccion)
    if (!tipo) return []
    const { inicioPublicacion, entregaCuentas, cierreCaptura, plazoCaptura } = tipo
    return [{ clave, nombre, tipoEleccion, inicioPublicacion, entregaCuentas, cierreCaptura, diasCaptura: plazoCaptura.dias }]
  }
}
