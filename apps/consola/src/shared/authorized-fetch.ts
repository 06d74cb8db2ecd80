export interface Authorization {
  token(): string | null
  /** Asks for a new token; rejects where nobody answers. */
  renew(): Promise<Response>
  /** Called once the account has to sign in again. */
  expired(): void
}

export type Transport = (request: Request) => Promise<Response>

/**
 * A `fetch` that carries the access token, and asks once for a new one when it has expired. A server that is too busy to renew it refuses for now
 * what was asked: that ends no access, and nobody is taken away from what they were writing.
 */
export function createAuthorizedFetch(authorization: Authorization, transport: Transport = (request) => fetch(request)): Transport {
  return async (request: Request): Promise<Response> => {
    const again = request.clone()
    const response = await send(request)
    if (response.status !== 401 || isPublicAcceso(request.url)) return response
    const renewed = await authorization.renew()
    if (renewed.ok) return send(again)
    // One renewal answers everybody who waits for it, and each reads it.
    if (!isRefusal(renewed)) return renewed.clone()
    authorization.expired()
    return response
  }

  function send(request: Request): Promise<Response> {
    const token = authorization.token()
    if (token !== null) request.headers.set('authorization', `Bearer ${token}`)
    return transport(request)
  }
}

/** Whether the account has to sign in again; any other failure may pass. */
export function isRefusal({ status }: Response): boolean {
  return status === 401 || status === 403
}

/** These answer 401 about what was typed, not about the token. */
function isPublicAcceso(url: string): boolean {
  return /\/acceso\/(entrar|renovar|recuperar|restablecer|invitaciones)/.test(url)
}
