(** The equations of calculus/automatic-differentiation, proved by Coq's kernel for every size.

    Written by `python -m proofread kernel`.  What a theorem means is said in the
    document of proofread on the kernel; the number beside a key is the identity of
    the claim that the theorem was made of.                                           *)

From mathcomp Require Import all_ssreflect ssralg matrix mxalgebra zmodp.
From kernel Require Import sums notions reading tactics dual prove.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import GRing.Theory.
Local Open Scope ring_scope.

(** dual-product: 15862ff4993cc919 *)
Theorem dual_product
    (R : comUnitRingType)
    (eps : R)
    (t : R)
    (f' : R -> R)
    (g : R -> R)
    (g' : R -> R)
    (f : R -> R)
    (small : eps * eps = 0)
    (slope_of_f : forall x_ y_, f (x_ + eps * y_) = f x_ + eps * (y_ * (f' x_)))
    (slope_of_g : forall x_ y_, g (x_ + eps * y_) = g x_ + eps * (y_ * (g' x_))) :
  (((f (t + eps)) * (g (t + eps))) = ((f t) * (g t)) + eps * (((f' t) * (g t)) + ((g' t) * (f t)))) /\
  (((@rows R 2 2 [:: [:: (f t); (f' t)]; [:: 0; (f t)]]) *m (@rows R 2 2 [:: [:: (g t); (g' t)]; [:: 0; (g t)]])) = (@rows R 2 2 [:: [:: ((f t) * (g t)); (((f' t) * (g t)) + ((g' t) * (f t)))]; [:: 0; ((f t) * (g t))]])).
Proof. prove. Qed.

(** convolution-filter-gradient: 1829ef3a45c20dd6 *)
Theorem convolution_filter_gradient
    (R : comUnitRingType)
    (r n m : nat)
    (eps : R)
    (w : 'I_r -> R)
    (delta : 'I_m -> R)
    (x : 'I_n -> R)
    (c : 'I_m -> 'I_r -> 'I_n -> R)
    (j : 'I_r)
    (small : eps * eps = 0) :
  (\sum_(i_2 < m) ((delta i_2) * (\sum_(l_2 < n) \sum_(k < r) ((w k + eps * (k == j)%:R) * (x l_2) * (c i_2 k l_2))))) = (\sum_(i_3 < m) ((delta i_3) * (\sum_(l_3 < n) \sum_(k_2 < r) ((w k_2) * (x l_3) * (c i_3 k_2 l_3))))) + eps * (\sum_(l < n) \sum_(i < m) ((delta i) * (x l) * (c i j l))).
Proof. prove. Qed.

(** convolution-input-gradient: b64f88ac890b3dc8 *)
Theorem convolution_input_gradient
    (R : comUnitRingType)
    (n r m : nat)
    (eps : R)
    (x : 'I_n -> R)
    (delta : 'I_m -> R)
    (w : 'I_r -> R)
    (c : 'I_m -> 'I_r -> 'I_n -> R)
    (p : 'I_n)
    (small : eps * eps = 0) :
  (\sum_(i_2 < m) ((delta i_2) * (\sum_(l < n) \sum_(k_2 < r) ((w k_2) * (x l + eps * (l == p)%:R) * (c i_2 k_2 l))))) = (\sum_(i_3 < m) ((delta i_3) * (\sum_(l_2 < n) \sum_(k_3 < r) ((w k_3) * (x l_2) * (c i_3 k_3 l_2))))) + eps * (\sum_(k < r) \sum_(i < m) ((delta i) * (w k) * (c i k p))).
Proof. prove. Qed.

(** rms-normalization-jacobian: a29cef3491db2e8f *)
Theorem rms_normalization_jacobian
    (R : comUnitRingType)
    (d : nat)
    (eps : R)
    (x : 'cV[R]_d)
    (d_x : 'cV[R]_d)
    (y : 'cV[R]_d)
    (s : R)
    (sqrt : R -> R)
    (tau : R)
    (small : eps * eps = 0)
    (unit : (d%:R : R) \is a GRing.unit)
    (root : (sqrt (tau + (d%:R^-1 * (sqn x)))) * (sqrt (tau + (d%:R^-1 * (sqn x)))) = (tau + (d%:R^-1 * (sqn x))))
    (s_is : s = (sqrt (tau + (d%:R^-1 * (sqn x)))))
    (unit_2 : (s : R) \is a GRing.unit)
    (y_is : y = (s^-1 *: x))
    (unit_3 : ((sqrt (tau + (d%:R^-1 * (sqn x)))) : R) \is a GRing.unit)
    (unit_4 : (2%:R : R) \is a GRing.unit)
    (slope_of_root : forall y_, sqrt ((tau + (d%:R^-1 * (sqn x))) + eps * y_) = (sqrt (tau + (d%:R^-1 * (sqn x)))) + eps * (y_ * (2%:R * (sqrt (tau + (d%:R^-1 * (sqn x)))))^-1)) :
  ((sqrt (tau + (d%:R^-1 * (sqn (x + eps *: d_x)))))^-1 *: (x + eps *: d_x)) = y + eps *: ((s^-1 *: (((- d%:R^-1) *: (y *m y^T)) + (1%:M : 'M[R]_d))) *m d_x).
Proof. prove. Qed.

(** layer-normalization-jacobian: 736feca7cf1373b5 *)
Theorem layer_normalization_jacobian
    (R : comUnitRingType)
    (d : nat)
    (eps : R)
    (x : 'cV[R]_d)
    (d_x : 'cV[R]_d)
    (y : 'cV[R]_d)
    (c : 'cV[R]_d)
    (s : R)
    (sqrt : R -> R)
    (tau : R)
    (small : eps * eps = 0)
    (unit : (d%:R : R) \is a GRing.unit)
    (c_is : c = (((- d%:R^-1) *: ((const_mx 1 : 'M[R]_d) *m x)) + x))
    (root : (sqrt (tau + (d%:R^-1 * (sqn c)))) * (sqrt (tau + (d%:R^-1 * (sqn c)))) = (tau + (d%:R^-1 * (sqn c))))
    (s_is : s = (sqrt (tau + (d%:R^-1 * (sqn c)))))
    (unit_2 : (s : R) \is a GRing.unit)
    (y_is : y = (s^-1 *: c))
    (unit_3 : ((sqrt (tau + (d%:R^-1 * (sqn c)))) : R) \is a GRing.unit)
    (unit_4 : (2%:R : R) \is a GRing.unit)
    (slope_of_root : forall y_, sqrt ((tau + (d%:R^-1 * (sqn c))) + eps * y_) = (sqrt (tau + (d%:R^-1 * (sqn c)))) + eps * (y_ * (2%:R * (sqrt (tau + (d%:R^-1 * (sqn c)))))^-1)) :
  ((sqrt (tau + (d%:R^-1 * (sqn (((- d%:R^-1) *: ((const_mx 1 : 'M[R]_d) *m (x + eps *: d_x))) + (x + eps *: d_x))))))^-1 *: (((- d%:R^-1) *: ((const_mx 1 : 'M[R]_d) *m (x + eps *: d_x))) + (x + eps *: d_x))) = y + eps *: ((s^-1 *: (((- d%:R^-1) *: (const_mx 1 : 'M[R]_d)) + ((- d%:R^-1) *: (y *m y^T)) + (1%:M : 'M[R]_d))) *m d_x).
Proof. prove. Qed.

(** masked-softmax-gradient: b0d4720d695034d8 *)
Theorem masked_softmax_gradient
    (R : comUnitRingType)
    (m : nat)
    (eps : R)
    (S : 'I_m -> R)
    (D : 'I_m -> R)
    (M : 'I_m -> R)
    (exp : R -> R)
    (P : 'I_m -> R)
    (j : 'I_m)
    (small : eps * eps = 0)
    (unit : ((\sum_(k_3 < m) ((M k_3) * (exp (S k_3)))) : R) \is a GRing.unit)
    (P_is : P = (fun (j_2 : 'I_m) => ((\sum_(k_4 < m) ((M k_4) * (exp (S k_4))))^-1 * (M j_2) * (exp (S j_2)))))
    (slope_of_exp : forall x_ y_, exp (x_ + eps * y_) = exp x_ + eps * (y_ * (exp x_))) :
  (\sum_(k_6 < m) ((D k_6) * ((\sum_(k_7 < m) ((M k_7) * (exp (S k_7 + eps * (k_7 == j)%:R))))^-1 * (M k_6) * (exp (S k_6 + eps * (k_6 == j)%:R))))) = (\sum_(k_9 < m) ((D k_9) * ((\sum_(k_10 < m) ((M k_10) * (exp (S k_10))))^-1 * (M k_9) * (exp (S k_9))))) + eps * (((D j) + (- (\sum_(k < m) ((D k) * ((\sum_(k_2 < m) ((M k_2) * (exp (S k_2))))^-1 * (M k) * (exp (S k))))))) * (P j)).
Proof. prove. Qed.

(** attention-queries-gradient: 10d4f07a250c525c *)
Theorem attention_queries_gradient
    (R : comUnitRingType)
    (n d m : nat)
    (eps : R)
    (Q : 'M[R]_(n, d))
    (d_Q : 'M[R]_(n, d))
    (R_2 : 'M[R]_(n, m))
    (r : 'M[R]_(n, m) -> R)
    (gradient_r : 'M[R]_(n, m) -> 'M[R]_(n, m))
    (S : 'M[R]_(n, m))
    (K : 'M[R]_(m, d))
    (sqrt : R -> R)
    (small : eps * eps = 0)
    (root : (sqrt d%:R) * (sqrt d%:R) = d%:R)
    (unit : ((sqrt d%:R) : R) \is a GRing.unit)
    (S_is : S = ((sqrt d%:R)^-1 *: (Q *m K^T)))
    (R_2_is : R_2 = (gradient_r S))
    (slope_of_r : forall X_ D_ : 'M[R]_(n, m), r (X_ + eps *: D_) = r X_ + eps * dot (gradient_r X_) D_) :
  (r ((sqrt d%:R)^-1 *: ((Q + eps *: d_Q) *m K^T))) = (r S) + eps * dot ((sqrt d%:R)^-1 *: (R_2 *m K)) d_Q.
Proof. prove. Qed.

(** attention-keys-gradient: 336eea079185991f *)
Theorem attention_keys_gradient
    (R : comUnitRingType)
    (m d n : nat)
    (eps : R)
    (K : 'M[R]_(m, d))
    (d_K : 'M[R]_(m, d))
    (R_2 : 'M[R]_(n, m))
    (r : 'M[R]_(n, m) -> R)
    (gradient_r : 'M[R]_(n, m) -> 'M[R]_(n, m))
    (S : 'M[R]_(n, m))
    (Q : 'M[R]_(n, d))
    (sqrt : R -> R)
    (small : eps * eps = 0)
    (root : (sqrt d%:R) * (sqrt d%:R) = d%:R)
    (unit : ((sqrt d%:R) : R) \is a GRing.unit)
    (S_is : S = ((sqrt d%:R)^-1 *: (Q *m K^T)))
    (R_2_is : R_2 = (gradient_r S))
    (slope_of_r : forall X_ D_ : 'M[R]_(n, m), r (X_ + eps *: D_) = r X_ + eps * dot (gradient_r X_) D_) :
  (r ((sqrt d%:R)^-1 *: (Q *m (K + eps *: d_K)^T))) = (r S) + eps * dot ((sqrt d%:R)^-1 *: (R_2^T *m Q)) d_K.
Proof. prove. Qed.

(** residual-gradient: 106a32ed78cf7674 *)
Theorem residual_gradient
    (R : comUnitRingType)
    (n : nat)
    (eps : R)
    (x : 'cV[R]_n)
    (d_x : 'cV[R]_n)
    (f : 'cV[R]_n -> 'cV[R]_n)
    (jacobian_f : 'cV[R]_n -> 'M[R]_(n, n))
    (g : 'cV[R]_n)
    (r : 'cV[R]_n -> R)
    (gradient_r : 'cV[R]_n -> 'cV[R]_n)
    (y : 'cV[R]_n)
    (small : eps * eps = 0)
    (y_is : y = ((f x) + x))
    (g_is : g = (gradient_r y))
    (slope_of_r : forall X_ D_ : 'cV[R]_n, r (X_ + eps *: D_) = r X_ + eps * dot (gradient_r X_) D_)
    (slope_of_f : forall X_ D_ : 'cV[R]_n, f (X_ + eps *: D_) = f X_ + eps *: (jacobian_f X_ *m D_)) :
  (r ((f (x + eps *: d_x)) + (x + eps *: d_x))) = (r y) + eps * dot (((jacobian_f x)^T *m g) + g) d_x.
Proof. prove. Qed.

Print Assumptions dual_product.
Print Assumptions convolution_filter_gradient.
Print Assumptions convolution_input_gradient.
Print Assumptions rms_normalization_jacobian.
Print Assumptions layer_normalization_jacobian.
Print Assumptions masked_softmax_gradient.
Print Assumptions attention_queries_gradient.
Print Assumptions attention_keys_gradient.
Print Assumptions residual_gradient.
