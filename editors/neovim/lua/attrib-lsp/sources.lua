--- Who speaks in the draft: pick a source, then one of its statements, and go there.
local request = require('attrib-lsp.request')

local M = {}

--- One line for a source: whether it is named, who it is, how often it speaks.
---@param source table
---@return string
function M.label(source)
  local mark = source.unnamed and '○' or '●'
  local who = source.description ~= '' and (source.name .. ' – ' .. source.description) or source.name
  local named = source.unnamed and ', unnamed' or ''
  local count = #source.statements
  return ('%s %s (%d statement%s%s)'):format(mark, who, count, count == 1 and '' or 's', named)
end

--- One line for a statement: how it is said, and its words.
---@param statement table
---@return string
function M.statement_label(statement)
  local words = statement.text:gsub('%s+', ' ')
  return statement.cue ~= '' and ('%s: %s'):format(statement.cue, words) or words
end

---@param uri string
---@param range lsp.Range
---@param client vim.lsp.Client
local function go(uri, range, client)
  vim.lsp.util.show_document({ uri = uri, range = range }, client.offset_encoding, { focus = true })
end

---@param list table
---@param source table
---@param client vim.lsp.Client
local function pick_statement(list, source, client)
  local places = { { range = source.first, label = 'identified as: ' .. source.name } }
  for _, statement in ipairs(source.statements) do
    table.insert(places, { range = statement.range, label = M.statement_label(statement) })
  end
  vim.ui.select(places, {
    prompt = source.name,
    kind = 'attrib-lsp.statement',
    format_item = function(place)
      return place.label
    end,
  }, function(place)
    if place then
      go(list.uri, place.range, client)
    end
  end)
end

--- The statements of all sources, as items of a quickfix list.
---@param list table
---@param client vim.lsp.Client
---@return table[]
function M.items(list, client)
  local locations, texts = {}, {}
  for _, source in ipairs(list.sources) do
    for _, statement in ipairs(source.statements) do
      table.insert(locations, { uri = list.uri, range = statement.range })
      table.insert(texts, ('%s %s: %s'):format(source.unnamed and '○' or '●', source.name, M.statement_label(statement)))
    end
  end
  local items = {}
  for number, location in ipairs(locations) do
    local item = vim.lsp.util.locations_to_items({ location }, client.offset_encoding)[1]
    item.text = texts[number]
    table.insert(items, item)
  end
  return items
end

---@param uri? string the current draft's by default
---@param quickfix? boolean put all statements into the quickfix list instead of asking
function M.show(uri, quickfix)
  request.execute('attrib-lsp.sources', { uri or request.uri() }, function(list, client)
    if #list.sources == 0 then
      request.tell('nobody speaks in this story')
      return
    end
    if quickfix then
      vim.fn.setqflist({}, ' ', { title = list.summary, items = M.items(list, client) })
      vim.cmd.copen()
      return
    end
    vim.ui.select(list.sources, {
      prompt = list.summary,
      kind = 'attrib-lsp.source',
      format_item = M.label,
    }, function(source)
      if source then
        pick_statement(list, source, client)
      end
    end)
  end)
end

return M
