import type { Context, Env as HonoEnv, Hono, MiddlewareHandler } from 'hono'
import type { Endpoint, PathOf, ReplyOf } from '../../shared/api/endpoints.ts'

declare const replies: unique symbol

/** A response that is finished: a problem (`Whole<never>`), a file, a page, or text that is a `Reply` in JSON already. */
export type Whole<Reply> = Response & { readonly [replies]: Reply }

/** Says of a response that it is finished and, if it is JSON, of the type that its endpoint answers: nobody checks that again. */
export const whole = <Reply = never>(response: Response): Whole<Reply> => response as Whole<Reply>

declare const endpoint: unique symbol

/** A request to one endpoint. */
export type Asking<E extends Endpoint, S extends HonoEnv> = Context<S, PathOf<E>> & { readonly [endpoint]?: E }
/** The endpoint that a request is to. */
export type AskedOf<C> = C extends { readonly [endpoint]?: infer E extends Endpoint } ? E : never

type Answered<E extends Endpoint> = ReplyOf<E> | Whole<ReplyOf<E>>
type Handler<E extends Endpoint, S extends HonoEnv> = (c: Asking<E, S>) => Answered<E> | Promise<Answered<E>>

/**
 * Adds an endpoint of the table to `app`, behind that middleware: `route(app, 'GET /v1/me', authenticate).answers((c) => …)`. The
 * handler answers what the table says, or a response that is `whole`; anything else does not compile.
 */
export const route = <E extends Endpoint, S extends HonoEnv>(app: Hono<S>, name: E, ...behind: readonly MiddlewareHandler<S>[]) => ({
  answers: (handler: Handler<E, S>): void => {
    const [method = '', path = ''] = name.split(' ')
    app.on(method, [path], ...behind, async (c) => {
      const answer = await handler(c)
      return answer instanceof Response ? answer : c.json(answer)
    })
  },
})
