//! What the states of a plan are called.

/// What a state is called, by its name.
pub(crate) fn plan_state(name: &str) -> &str {
    match name {
        "draft" => "草拟",
        "approved" => "已审批",
        "submitted" => "已报送",
        "published" => "已公布",
        "cancelled" => "已取消",
        other => other,
    }
}
