import { baseKeymap, chainCommands } from 'prosemirror-commands'
import { history, redo, redoDepth, undo, undoDepth } from 'prosemirror-history'
import { keymap } from 'prosemirror-keymap'
import { liftListItem, splitListItem } from 'prosemirror-schema-list'
import { type Command, EditorState, type Transaction } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { openText } from '#lib/editing/visual/open-text.ts'
import { schema } from '#lib/editing/visual/schema.ts'
import { linkAt, setLink } from './link-commands.ts'
import { readPastedHtml } from './pasted-html.ts'
import { COMMANDS, shapesAt } from './shape-commands.ts'
import type { OpenVisualField, VisualField, VisualFieldOptions } from './visual-field.ts'

const { nodes: NODES } = schema

/** Opens a text in Markdown as it will look. Tab leaves it, as it leaves a text field. */
export const openVisualField: OpenVisualField = options => {
  const opened = openText(options.source)
  if (opened.outcome !== 'opened') return { declined: opened.outcome }
  const run = (command: Command) => {
    command(view.state, view.dispatch, view)
    view.focus()
  }
  const field = fieldOf(() => view, run)
  const view = new EditorView(options.place, {
    state: EditorState.create({
      doc: opened.doc,
      plugins: [keymap(keysOf(options, field)), keymap(baseKeymap), history()],
    }),
    attributes: options.attributes,
    transformPastedHTML: readPastedHtml,
    handleDOMEvents: { focus: () => options.onMove(field) },
    dispatchTransaction(transaction: Transaction) {
      view.updateState(view.state.apply(transaction))
      if (transaction.docChanged) options.onWrite(opened.write(view.state.doc))
      if (view.hasFocus()) options.onMove(field)
    },
  })
  return { declined: null, field, close: () => view.destroy() }
}

function fieldOf(viewOf: () => EditorView, run: (command: Command) => void): VisualField {
  return {
    focus: () => viewOf().focus(),
    shape: shape => run(COMMANDS[shape]),
    link(href, words) {
      const view = viewOf()
      view.dispatch(setLink(view.state, href, words))
      view.focus()
    },
    undo: () => run(undo),
    redo: () => run(redo),
    shapes: () => shapesAt(viewOf().state),
    linkThere: () => linkAt(viewOf().state),
    past: () => {
      const { state } = viewOf()
      return { undo: undoDepth(state) > 0, redo: redoDepth(state) > 0 }
    },
  }
}

function keysOf({ onLink, onTools }: VisualFieldOptions, field: VisualField) {
  const call = (act: () => void): Command => {
    return () => {
      act()
      return true
    }
  }
  return {
    'Mod-b': COMMANDS.bold,
    'Mod-i': COMMANDS.italic,
    'Mod-k': call(() => onLink(field)),
    'Alt-F10': call(onTools),
    'Mod-z': undo,
    'Mod-y': redo,
    'Shift-Mod-z': redo,
    'Shift-Enter': breakLine,
    Enter: chainCommands(splitListItem(NODES.listItem), liftListItem(NODES.listItem)),
  } satisfies Record<string, Command>
}

const breakLine: Command = (state, dispatch) => {
  const { parent } = state.selection.$from
  if (!parent.type.spec.content?.startsWith('inline')) return false
  dispatch?.(state.tr.replaceSelectionWith(NODES.lineBreak.create()).scrollIntoView())
  return true
}
