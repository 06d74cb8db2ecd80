import { DERECHOS, MEDIOS_DERECHO } from '@conoceles/domain'
import type { DerechoPedido } from '../../../api-types.ts'

/** How a request arrived, as it is typed. */
export interface Recepcion {
  tambien: string[]
  medio: string
  folioPnt: string
  representante: string
  domicilio: string
}

export function blankRecepcion(): Recepcion {
  return { tambien: [], medio: '', folioPnt: '', representante: '', domicilio: '' }
}

type Pedida = Pick<DerechoPedido, 'tambien' | 'medio' | 'folioPnt' | 'representante' | 'domicilio'>

/** Body as the API takes it: blank fields are left out. */
export function toRecepcion({ tambien, medio, folioPnt, representante, domicilio }: Recepcion, derecho: string): Pedida {
  const line = (name: string, text: string) => (text.trim() === '' ? {} : { [name]: text.trim() })
  const known = MEDIOS_DERECHO.find((each) => each === medio)
  return {
    tambien: DERECHOS.filter((each) => each !== derecho && tambien.includes(each)),
    ...(known && { medio: known }),
    ...(known === 'plataforma' ? line('folioPnt', folioPnt) : {}),
    ...line('representante', representante),
    ...line('domicilio', domicilio),
  }
}
